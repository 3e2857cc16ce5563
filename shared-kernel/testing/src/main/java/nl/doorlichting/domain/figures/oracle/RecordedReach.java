package nl.doorlichting.domain.figures.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that was recorded about reach.
 *
 * @param versions of all figures, in any order
 * @param approvals when each report was approved; a report without a moment is not
 */
public record RecordedReach(List<RecordedFigure> versions, Map<UUID, Instant> approvals) {

    /** What counts: the last version of each figure, of approved reports or of none; as it was then, null for now. */
    public List<RecordedFigure> counting(Instant asOf) {
        return versions.stream()
                .filter(version -> isBy(version.recordedAt(), asOf))
                .filter(version -> later(version, asOf).findAny().isEmpty())
                .filter(version -> !version.withdrawn())
                .filter(version -> version.reportId() == null || isBy(approvals.get(version.reportId()), asOf))
                .toList();
    }

    private Stream<RecordedFigure> later(RecordedFigure version, Instant asOf) {
        return versions.stream()
                .filter(other -> other.id().equals(version.id()) && other.version() > version.version())
                .filter(other -> isBy(other.recordedAt(), asOf));
    }

    private static boolean isBy(Instant moment, Instant asOf) {
        return moment != null && (asOf == null || !moment.isAfter(asOf));
    }

    /** Whether every figure states this, in all its versions. */
    boolean alwaysState(String dimension) {
        return versions.stream().noneMatch(version -> version.of(dimension).isEmpty());
    }

    /** Whether every figure names a municipality, in all its versions. */
    boolean alwaysNameMunicipality() {
        return versions.stream()
                .noneMatch(version -> version.place().municipalities().isEmpty());
    }

    /** The values of a dimension that occur. */
    List<String> valuesOf(String dimension) {
        return versions.stream()
                .flatMap(version -> version.of(dimension).stream())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
