package nl.doorlichting.domain.figures;

import java.util.SortedSet;
import java.util.TreeSet;
import nl.doorlichting.domain.period.Period;

/** One row, total or unallocated row while facts are added. */
final class Cell<M> {
    private final SortedSet<Period> periods = new TreeSet<>();
    private M sum;

    Cell(M none) {
        this.sum = none;
    }

    void add(Fact<M> fact, Measure<M> measure) {
        if (fact.period() != null) {
            periods.add(fact.period());
        }
        sum = measure.plus().apply(sum, fact.measure());
    }

    M sum() {
        return sum;
    }

    SortedSet<Period> periods() {
        return periods;
    }

    SortedSet<Period> overlapping() {
        return Period.partlyOverlapping(periods);
    }
}
