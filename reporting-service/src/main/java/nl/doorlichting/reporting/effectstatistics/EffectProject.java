package nl.doorlichting.reporting.effectstatistics;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.Measured;
import nl.doorlichting.reporting.effectstatistics.EffectRecord.ReportEntry;
import nl.doorlichting.reporting.inventoryreports.EvaluationStatus;

/**
 * How a project was looked into, by all its records together. It is the same in each row of the project.
 *
 * @param reports approved reports about it
 * @param baseline whether anything was measured beforehand; null when unknown, like the others
 */
record EffectProject(Set<UUID> reports, Boolean baseline, Boolean selfEvaluation, Boolean independentEvaluation) {

    /** The project of these records. */
    static EffectProject of(Collection<EffectRecord> records) {
        var entries = EffectRecord.ofKind(ReportEntry.class, records).toList();
        return new EffectProject(
                entries.stream().map(ReportEntry::report).collect(Collectors.toUnmodifiableSet()),
                known(EffectRecord.ofKind(Measured.class, records).map(Measured::baselineTaken)),
                known(entries, ReportEntry::selfEvaluation),
                known(entries, ReportEntry::independentEvaluation));
    }

    private static Boolean known(List<ReportEntry> entries, Function<ReportEntry, EvaluationStatus> evaluation) {
        return known(entries.stream()
                .map(evaluation)
                .filter(status -> status == EvaluationStatus.YES || status == EvaluationStatus.NO)
                .map(EvaluationStatus.YES::equals));
    }

    // Of two records the one that states that there is one counts.
    private static Boolean known(Stream<Boolean> statements) {
        return statements.filter(Objects::nonNull).reduce(Boolean::logicalOr).orElse(null);
    }
}
