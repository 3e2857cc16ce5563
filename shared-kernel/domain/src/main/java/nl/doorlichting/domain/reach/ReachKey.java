package nl.doorlichting.domain.reach;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * What a row is about. Only the fields in {@code dimensions} were requested. The others are null and not part of the
 * answer. A requested municipality that is null means: in no single municipality.
 */
public record ReachKey(Set<ReachDimension> dimensions, Period period, TargetGroup targetGroup, String municipality)
        implements Comparable<ReachKey> {

    private static final Comparator<ReachKey> ORDER = Comparator.comparing(ReachKey::period, nullsLast(naturalOrder()))
            .thenComparing(ReachKey::targetGroup, nullsLast(naturalOrder()))
            .thenComparing(ReachKey::municipality, nullsLast(naturalOrder()));

    public ReachKey {
        dimensions = inOrder(dimensions);
        period = dimensions.contains(ReachDimension.PERIOD) ? period : null;
        targetGroup = dimensions.contains(ReachDimension.TARGET_GROUP) ? targetGroup : null;
        municipality = dimensions.contains(ReachDimension.MUNICIPALITY) ? municipality : null;
    }

    /** Whether the dimension was asked for. */
    public boolean has(ReachDimension dimension) {
        return dimensions.contains(dimension);
    }

    /** By period, then target group, then municipality, those in no one municipality last. */
    @Override
    public int compareTo(ReachKey other) {
        return ORDER.compare(this, other);
    }

    /** The same without one dimension. */
    ReachKey without(ReachDimension dimension) {
        Set<ReachDimension> rest = EnumSet.noneOf(ReachDimension.class);
        rest.addAll(dimensions);
        rest.remove(dimension);
        return new ReachKey(rest, period, targetGroup, municipality);
    }

    static Set<ReachDimension> inOrder(Set<ReachDimension> dimensions) {
        Set<ReachDimension> ordered = EnumSet.noneOf(ReachDimension.class);
        ordered.addAll(dimensions);
        return Collections.unmodifiableSet(ordered);
    }
}
