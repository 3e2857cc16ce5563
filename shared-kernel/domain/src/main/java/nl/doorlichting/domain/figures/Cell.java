package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;

/** One row, total or unallocated row while facts are added. */
final class Cell<M> {
    private final SortedSet<Period> periods = new TreeSet<>();
    private final List<Fact<M>> tallies = new ArrayList<>();
    private M sum;

    Cell(M none) {
        this.sum = none;
    }

    void add(Fact<M> fact, Measure<M> measure) {
        if (fact.period() != null) {
            periods.add(fact.period());
        }
        if (fact.inclusion().isTally()) {
            tallies.add(fact);
        }
        sum = measure.plus().apply(sum, fact.measure());
    }

    M sum() {
        return sum;
    }

    SortedSet<Period> periods() {
        return periods;
    }

    /** Tallies of which some days or people would count twice, so that there is no sum. */
    Set<String> doubleTallies() {
        return tallies.stream()
                .filter(tally -> tallies.stream().anyMatch(other -> Inclusions.mayHoldOneAnother(tally, other)))
                .map(tally -> tally.inclusion().tally())
                .collect(Collectors.toSet());
    }

    SortedSet<Period> overlapping() {
        return Period.partlyOverlapping(periods);
    }
}
