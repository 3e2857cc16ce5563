package nl.doorlichting.domain.reach;

import java.util.SortedSet;
import java.util.TreeSet;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;

/** Counts one row or total. */
final class ReachCell {

    private final SortedSet<Period> periods = new TreeSet<>();
    private QuantitySum sum = QuantitySum.ZERO;

    void add(ReachFact fact) {
        periods.add(fact.period());
        sum = sum.plus(fact.sum());
    }

    SortedSet<Period> periods() {
        return periods;
    }

    /** The figure, null when it would count some days twice. */
    AggregatedQuantity reach() {
        return overlapping().isEmpty() ? sum.aggregate() : null;
    }

    SortedSet<Period> overlapping() {
        return Period.partlyOverlapping(periods);
    }
}
