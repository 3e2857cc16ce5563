package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.PeriodSet;

/** One row, total or unallocated row while facts are added. */
final class Cell<M> {
    // Of each count apart: a plan and what was held of it do not count the same twice. Most cells have one, no tallies
    // and nothing that overlaps, and a table may have tens of thousands of cells.
    private final Map<String, PeriodSet.Union> periods = new HashMap<>(1);
    private final Measure<M> measure;
    private Map<String, List<Fact<M>>> tallies = Map.of();
    private List<Fact<M>> overlapping = List.of();
    private M sum;

    Cell(Measure<M> measure) {
        this.measure = measure;
        this.sum = measure.none().get();
    }

    void add(Fact<M> fact) {
        measure.counts().apply(fact.measure()).keySet().forEach(counted -> {
            addPeriods(counted, fact.periods());
            if (fact.inclusion().isTally()) {
                tallies = tallies.isEmpty() ? new HashMap<>() : tallies;
                tallies.computeIfAbsent(counted, first -> new ArrayList<>()).add(fact);
            }
        });
        addFigure(fact, fact.measure());
    }

    /** Adds one of the things that a figure counts. */
    void add(Fact<M> fact, String counted, M figure) {
        addPeriods(counted, fact.periods());
        addFigure(fact, figure);
    }

    private void addPeriods(String counted, PeriodSet more) {
        if (!more.isEmpty()) {
            periods.computeIfAbsent(counted, first -> new PeriodSet.Union()).add(more);
        }
    }

    private void addFigure(Fact<M> fact, M figure) {
        if (fact.overlap() == null) {
            sum = measure.plus().apply(sum, figure);
        } else {
            overlapping = overlapping.isEmpty() ? new ArrayList<>() : overlapping;
            overlapping.add(fact.counting(figure));
        }
    }

    /** Asked once, when all facts are added. */
    M sum() {
        if (overlapping.isEmpty()) {
            return sum;
        }
        return Overlaps.connected(overlapping).stream()
                .map(group -> measure.overlapping()
                        .apply(group.stream().map(Fact::measure).toList()))
                .reduce(sum, measure.plus());
    }

    /** Ids of the records that are declared to overlap with others of this cell. */
    Set<String> overlaps() {
        if (overlapping.isEmpty()) {
            return Set.of();
        }
        return Overlaps.connected(overlapping).stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .map(fact -> fact.overlap().id())
                .collect(Collectors.toSet());
    }

    Stream<PeriodSet> periods() {
        return periods.values().stream().map(PeriodSet.Union::periods);
    }

    /** Tallies of which some days or people would count twice, by what has no sum therefore. */
    Map<String, Set<String>> doubleTallies() {
        if (tallies.isEmpty()) {
            return Map.of();
        }
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

    /** @param known those of sets of periods that other cells have; many have the same */
    PeriodSet overlappingPeriods(Map<PeriodSet, PeriodSet> known) {
        PeriodSet.Union all = new PeriodSet.Union();
        periods()
                .filter(ofOne -> ofOne.size() > 1)
                .map(ofOne -> known.computeIfAbsent(ofOne, PeriodSet::partlyOverlapping))
                .forEach(all::add);
        return all.periods();
    }
}
