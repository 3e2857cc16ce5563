package nl.doorlichting.kernel.reach;

import java.util.SortedSet;
import java.util.TreeSet;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.quantity.AggregatedQuantity;
import nl.doorlichting.kernel.quantity.QuantitySum;

/** What one row or total counts, while counting. */
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

    /** The periods that partly overlap another one here: in order of beginning, each is held to the one that ends last. */
    SortedSet<Period> overlapping() {
        SortedSet<Period> found = new TreeSet<>();
        Period last = null;
        for (Period period : periods) {
            if (last != null && last.partlyOverlaps(period)) {
                found.add(last);
                found.add(period);
            }
            last = last == null || period.until().isAfter(last.until()) ? period : last;
        }
        return found;
    }
}
