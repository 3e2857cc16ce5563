package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;

/** One row, total or unallocated row while facts are added. */
final class Cell<M> {
    // Of each count apart: a plan and what was held of it do not count the same twice.
    private final Map<String, SortedSet<Period>> periods = new HashMap<>();
    private final Map<String, List<Fact<M>>> tallies = new HashMap<>();
    private final Measure<M> measure;
    private M sum;

    Cell(Measure<M> measure) {
        this.measure = measure;
        this.sum = measure.none().get();
    }

    void add(Fact<M> fact) {
        measure.counts().apply(fact.measure()).keySet().forEach(counted -> {
            addPeriod(counted, fact.period());
            if (fact.inclusion().isTally()) {
                tallies.computeIfAbsent(counted, first -> new ArrayList<>()).add(fact);
            }
        });
        sum = measure.plus().apply(sum, fact.measure());
    }

    /** Adds one of the things that a figure of these days counts. */
    void add(Period period, String counted, M figure) {
        addPeriod(counted, period);
        sum = measure.plus().apply(sum, figure);
    }

    private void addPeriod(String counted, Period period) {
        if (period != null) {
            periods.computeIfAbsent(counted, first -> new TreeSet<>()).add(period);
        }
    }

    M sum() {
        return sum;
    }

    SortedSet<Period> periods() {
        SortedSet<Period> all = new TreeSet<>();
        periods.values().forEach(all::addAll);
        return all;
    }

    /** Tallies of which some days or people would count twice, by what has no sum therefore. */
    Map<String, Set<String>> doubleTallies() {
        Map<String, Set<String>> doubles = new HashMap<>();
        tallies.forEach((counted, all) -> {
            Set<String> found = doubles(all);
            if (!found.isEmpty()) {
                doubles.put(counted, found);
            }
        });
        return doubles;
    }

    private static Set<String> doubles(List<? extends Fact<?>> tallies) {
        return tallies.stream()
                .filter(tally -> tallies.stream().anyMatch(other -> Inclusions.mayHoldOneAnother(tally, other)))
                .map(tally -> tally.inclusion().tally())
                .collect(Collectors.toSet());
    }

    SortedSet<Period> overlapping() {
        SortedSet<Period> overlapping = new TreeSet<>();
        periods.values().forEach(ofOne -> overlapping.addAll(Period.partlyOverlapping(ofOne)));
        return overlapping;
    }
}
