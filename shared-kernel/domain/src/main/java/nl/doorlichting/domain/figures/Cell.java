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
    private final List<Fact<M>> overlapping = new ArrayList<>();
    private final Measure<M> measure;
    private M sum;

    Cell(Measure<M> measure) {
        this.measure = measure;
        this.sum = measure.none().get();
    }

    void add(Fact<M> fact) {
        if (fact.period() != null) {
            periods.add(fact.period());
        }
        if (fact.inclusion().isTally()) {
            tallies.add(fact);
        }
        if (fact.overlap() != null) {
            overlapping.add(fact);
            return;
        }
        sum = measure.plus().apply(sum, fact.measure());
    }

    /** Asked once, when all facts are added. */
    M sum() {
        return Overlaps.connected(overlapping).stream()
                .map(group -> measure.overlapping()
                        .apply(group.stream().map(Fact::measure).toList()))
                .reduce(sum, measure.plus());
    }

    /** Ids of the records that are declared to overlap with others of this cell. */
    Set<String> overlaps() {
        return Overlaps.connected(overlapping).stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .map(fact -> fact.overlap().id())
                .collect(Collectors.toSet());
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

    SortedSet<Period> overlappingPeriods() {
        return Period.partlyOverlapping(periods);
    }
}
