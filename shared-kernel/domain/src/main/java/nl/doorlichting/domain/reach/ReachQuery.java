package nl.doorlichting.domain.reach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * A query about reach. Every field except {@code by} may be null, which selects all. A service selects facts by
 * programme, track, action line and recorded time; {@link ReachTable} applies the rest.
 *
 * @param from first day of the figures wanted
 * @param until first day after them
 * @param by the dimensions of the rows; null for period and target group
 * @param municipality a code, on the map of {@code boundaries} when that is given
 * @param province a code, as in PV31
 * @param boundaries the day of whose map the municipalities are shown
 * @param asOf recorded time: what was known then; null for now
 * @throws IllegalArgumentException when from is not before until
 */
public record ReachQuery(
        String programme,
        LocalDate from,
        LocalDate until,
        Set<ReachDimension> by,
        TargetGroup targetGroup,
        Track track,
        ActionLine actionLine,
        String municipality,
        String province,
        LocalDate boundaries,
        Instant asOf) {

    /** The dimensions of a query without {@code by}. */
    public static final Set<ReachDimension> DEFAULT_DIMENSIONS =
            Collections.unmodifiableSet(EnumSet.of(ReachDimension.PERIOD, ReachDimension.TARGET_GROUP));

    public ReachQuery {
        by = by == null ? DEFAULT_DIMENSIONS : ReachKey.inOrder(by);
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("until " + until + " is not after from " + from);
        }
    }

    /** The question about what is known now. */
    public ReachQuery(
            String programme,
            LocalDate from,
            LocalDate until,
            Set<ReachDimension> by,
            TargetGroup targetGroup,
            Track track,
            ActionLine actionLine,
            String municipality,
            String province,
            LocalDate boundaries) {
        this(programme, from, until, by, targetGroup, track, actionLine, municipality, province, boundaries, null);
    }

    /**
     * The codes, as recorded, whose figures can stand in the place asked for: none when the question contradicts
     * itself; nothing at all when no place is asked for.
     */
    public Optional<Set<String>> recordedMunicipalities(MunicipalityRegister register) {
        if (!filtersByPlace()) {
            return Optional.empty();
        }
        Placing placing = new Placing(this, register);
        return Optional.of(register.all().stream()
                .map(Municipality::code)
                .filter(code -> placing.passes(placing.place(code)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean by(ReachDimension dimension) {
        return by.contains(dimension);
    }

    boolean wants(TargetGroup group) {
        return targetGroup == null || targetGroup == group;
    }

    boolean filtersByPlace() {
        return municipality != null || province != null;
    }

    /** Whether the answer depends on the municipality register, and names its version. */
    public boolean dependsOnRegister() {
        return looksAtPlace();
    }

    boolean looksAtPlace() {
        return by(ReachDimension.MUNICIPALITY) || filtersByPlace();
    }
}
