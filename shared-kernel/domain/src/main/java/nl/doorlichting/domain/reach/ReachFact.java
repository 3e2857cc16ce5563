package nl.doorlichting.domain.reach;

import java.util.Objects;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/**
 * What the database of a service holds about reach: one group of observations that differ only in their quantity.
 *
 * @param municipality the code when exactly one is stated, as recorded, else null
 * @param severalPlaces whether more than one is stated
 * @throws IllegalArgumentException for a figure in one municipality and in several
 */
public record ReachFact(
        Period period,
        TargetGroup targetGroup,
        String municipality,
        boolean severalPlaces,
        Inclusion inclusion,
        QuantitySum sum) {

    public ReachFact {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(targetGroup, "targetGroup");
        Objects.requireNonNull(inclusion, "inclusion");
        Objects.requireNonNull(sum, "sum");
        if (severalPlaces && municipality != null) {
            throw new IllegalArgumentException("either one municipality or several");
        }
    }

    boolean isAdded() {
        return inclusion == Inclusion.ADDED || inclusion == Inclusion.TALLY;
    }

    long observations() {
        return sum.observations().total();
    }
}
