package nl.doorlichting.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * One version of one record about effects, as it was recorded. Text is null, and a set is empty, for what is not stated.
 *
 * @param id of the record; of an entry of a report, the id of the report and the version of the report
 * @param step what else has to be there for it to count: the report of a verdict or an indicator
 * @param stated the values of each dimension, by its name, apart from the round
 * @param figures what it counts, by the names that the kind has
 */
record RecordedEffect(
        Kind kind,
        String id,
        int version,
        Instant recordedAt,
        String report,
        String round,
        LocalDate day,
        Map<String, Set<String>> stated,
        Map<String, String> figures) {

    enum Kind {
        ENTRY,
        VERDICT,
        INDICATOR,
        MEASUREMENT,
        EMBEDDING,
        VISIT,
        TALLY
    }

    Set<String> of(String dimension) {
        return stated.getOrDefault(dimension, Set.of());
    }

    String project() {
        return of("projectId").stream().findFirst().orElse(null);
    }

    String figure(String name) {
        return figures.get(name);
    }
}
