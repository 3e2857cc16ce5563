package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of a few cells, with the values that known errors of printing explain or that the sums want. */
final class CellChanges {
    /** For trying a set of cells, for weighing one value in each, and for each plausible value of a cell. */
    static final int WORK_OF_TRIAL = 500;

    private static final int WORK_OF_PROPOSAL = 300;

    private static final int WORK_OF_PRINTING_ERROR = 600;
    private static final int CELLS_WITH_KEPT_ORIGINALS = 1_000;
    private static final int MOST_READINGS = 10;
    /** How many values of one cell are tried together with those of another. */
    private static final int MOST_VALUES = 40;

    private static final double ONE_OF_MANY_EMPTY = 0.02;
    private static final double UNUSUAL_MINUS = 0.2;

    private record Value(long ticks, RepairKind kind, double weight) {}

    private final TableSums sums;
    private final BitSet suspects;
    private final SearchLimit limit;
    private final int mostSumsOfCell;
    private final Map<String, Long> empties = new HashMap<>();
    /** Those that were asked for last. */
    private final Map<Integer, List<Value>> originals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Value>> eldest) {
            return size() > CELLS_WITH_KEPT_ORIGINALS;
        }
    };

    /** @param suspects malformed and odd cells, which are judged by themselves */
    CellChanges(TableSums sums, BitSet suspects, SearchLimit limit) {
        this.sums = sums;
        this.suspects = suspects;
        this.limit = limit;
        this.mostSumsOfCell =
                Arrays.stream(sums.equationsOf).mapToInt(of -> of.length).max().orElse(0);
        sums.cells.stream()
                .filter(cell -> cell.reading() == CellNotation.Reading.EMPTY)
                .forEach(cell -> empties.merge(cell.table().code(), 1L, Long::sum));
    }

    /** The values of these cells that all sums allow, each as a proposal of its own. */
    List<Proposal> readings(int[] free) {
        var found = new Proposal.Found(limit);
        if (sums.allowed(free) != null) {
            assign(free, 0, 1, new ArrayList<>(), found);
        }
        return found.proposals();
    }

    /** What the texts of the cells say, whatever the sums allow. */
    List<Proposal> unconstrained(int[] free) {
        var readings = List.of(new Proposal(List.of(), 1));
        for (var cell : free) {
            var longer = new ArrayList<Proposal>();
            for (var reading : readings) {
                originals(cell).stream()
                        .limit(free.length == 1 ? MOST_READINGS : 3)
                        .forEach(value -> {
                            var change = new Proposal.Change(cell, value.ticks(), null, value.kind(), null);
                            longer.add(new Proposal(List.of(change), value.weight())
                                    .after(reading.changes(), reading.weight()));
                        });
            }
            readings = longer;
        }
        return readings;
    }

    /** All ways to change this many cells so that the failing sums hold and no other fails. */
    List<Proposal> cells(List<Integer> failing, int changes) {
        var found = new Proposal.Found(limit);
        choose(failing, changes, new int[0], new HashSet<>(), found);
        return found.proposals();
    }

    void choose(List<Integer> failing, int changes, int[] chosen, Set<List<Integer>> seen, Proposal.Found found) {
        if (failing.size() > changes * mostSumsOfCell
                || !limit.goesOn(WORK_OF_TRIAL + 8L * failing.size() * (1 + chosen.length))) {
            return;
        }
        var open =
                failing.stream().filter(equation -> !isInAny(chosen, equation)).toList();
        if (chosen.length == changes) {
            limit.trial();
            if (open.isEmpty() && sums.allowed(chosen) != null) {
                score(chosen, found);
            }
            return;
        }
        if (open.size() > (changes - chosen.length) * mostSumsOfCell) {
            return;
        }
        for (var cell : candidates(open, changes - chosen.length, chosen)) {
            var longer = Arrays.copyOf(chosen, chosen.length + 1);
            longer[chosen.length] = cell;
            Arrays.sort(longer);
            if (seen.add(Arrays.stream(longer).boxed().toList())) {
                choose(failing, changes, longer, seen, found);
            }
            if (limit.hasEnded()) {
                return;
            }
        }
    }

    private boolean isInAny(int[] cells, int equation) {
        for (var cell : cells) {
            if (sums.isIn(cell, equation)) {
                return true;
            }
        }
        return false;
    }

    private Set<Integer> candidates(List<Integer> open, int left, int[] chosen) {
        var candidates = new LinkedHashSet<Integer>();
        if (open.isEmpty()) {
            for (var cell : chosen) {
                for (var equation : sums.equationsOf[cell]) {
                    addCells(equation, candidates);
                }
            }
        } else {
            var smallest = open.stream()
                    .min(Comparator.comparingInt(
                            equation -> sums.equations.get(equation).cells().length))
                    .orElseThrow();
            if (left == 1) {
                for (var cell : sums.equations.get(smallest).cells()) {
                    limit.spend(open.size());
                    if (open.stream().allMatch(equation -> sums.isIn(cell, equation))) {
                        candidates.add(cell);
                    }
                }
            } else {
                addCells(smallest, candidates);
            }
        }
        Arrays.stream(chosen).forEach(candidates::remove);
        candidates.removeIf(suspects::get);
        return candidates;
    }

    private void addCells(int equation, Set<Integer> cells) {
        limit.spend(60L * sums.equations.get(equation).cells().length);
        Arrays.stream(sums.equations.get(equation).cells()).forEach(cells::add);
    }

    /** Adds the best values of these cells, with the plausibility of the cells whatever their values. */
    private void score(int[] chosen, Proposal.Found found) {
        var values = readings(chosen);
        values.stream().max(Comparator.comparingDouble(Proposal::weight)).ifPresent(best -> {
            var all = values.stream().mapToDouble(Proposal::weight).sum();
            found.add(new Proposal(best.changes(), all));
        });
    }

    /** Goes through the plausible values of each cell in turn, and weighs how the sums fit in the end. */
    private void assign(int[] free, int next, double weight, List<Proposal.Change> changes, Proposal.Found found) {
        if (!limit.goesOn(WORK_OF_PROPOSAL)) {
            return;
        }
        if (next == free.length) {
            found.add(new Proposal(List.copyOf(changes), weight * fit(free)));
            return;
        }
        var bounds = sums.allowed(Arrays.copyOfRange(free, next, free.length));
        if (bounds == null) {
            return;
        }
        var cell = free[next];
        var half = sums.half(cell);
        var low = sums.lowest[cell];
        var high = sums.highest[cell];
        var tried = 0;
        for (var value : valuesWithin(cell, bounds[0])) {
            if (free.length > 1 && tried++ >= MOST_VALUES) {
                break;
            }
            sums.set(cell, value.ticks() - half, value.ticks() + half);
            changes.add(new Proposal.Change(cell, value.ticks(), null, value.kind(), bounds[0]));
            assign(free, next + 1, weight * value.weight(), changes, found);
            changes.remove(changes.size() - 1);
        }
        sums.set(cell, low, high);
    }

    private List<Value> valuesWithin(int cell, long[] bounds) {
        var half = sums.half(cell);
        var within = new ArrayList<Value>();
        for (var value : originals(cell)) {
            if (value.ticks() + half >= bounds[0] && value.ticks() - half <= bounds[1]) {
                within.add(value);
            }
        }
        var unbounded = bounds[1] - bounds[0] >= TableSums.UNBOUNDED;
        var middle = unbounded ? 0 : middle(cell, bounds);
        var inside = middle + half >= bounds[0] && middle - half <= bounds[1];
        if (inside && !unbounded && within.stream().noneMatch(value -> value.ticks() == middle)) {
            var table = sums.cells.get(cell).table();
            var empty = sums.cells.get(cell).reading() == CellNotation.Reading.EMPTY;
            var weight = empty ? missing(cell) : PrintingErrors.OTHER_VALUE;
            within.add(new Value(
                    middle,
                    empty ? RepairKind.MISSING_CELL : RepairKind.OTHER_VALUE,
                    middle < 0 && !sums.hasNegatives(table) ? weight * UNUSUAL_MINUS : weight));
        }
        return within;
    }

    /** The printed value nearest to the middle of the bounds. */
    long middle(int cell, long[] bounds) {
        var step = sums.step(cell);
        return Math.floorDiv(Math.floorDiv(bounds[0] + bounds[1], 2) + step / 2, step) * step;
    }

    /** Empty items are common where a table has several, empty totals are not. */
    private double missing(int number) {
        var cell = sums.cells.get(number);
        if (cell.rowLine().isSum() || cell.columnLine().isSum()) {
            return PrintingErrors.MISSING;
        }
        return empties.get(cell.table().code()) == 1 ? PrintingErrors.MISSING : ONE_OF_MANY_EMPTY;
    }

    /** Whether no known error makes what is printed in the cell. */
    boolean isUnexplained(int cell) {
        return originals(cell).isEmpty();
    }

    /** The most plausible first. */
    private List<Value> originals(int number) {
        if (!originals.containsKey(number) && !limit.goesOn(WORK_OF_PROPOSAL)) {
            return List.of();
        }
        return originals.computeIfAbsent(number, key -> {
            var cell = sums.cells.get(key);
            var values = PrintingErrors.originals(cell.notation(), cell.printed()).entrySet().stream()
                    .map(entry -> new Value(
                            sums.ticks(entry.getKey()),
                            entry.getValue().kind(),
                            entry.getValue().weight()))
                    .sorted(Comparator.comparingDouble(Value::weight).reversed())
                    .toList();
            limit.spend((long) WORK_OF_PRINTING_ERROR * values.size());
            return values;
        });
    }

    /** How likely rounding makes the differences that are left in the sums of these cells. */
    private double fit(int[] cells) {
        var equations = Arrays.stream(cells)
                .flatMap(cell -> Arrays.stream(sums.equationsOf[cell]))
                .distinct()
                .sorted()
                .toArray();
        var exponent = 0.0;
        for (var equation : equations) {
            limit.spend(3L * sums.equations.get(equation).cells().length);
            var variance = sums.variance(equation);
            if (variance > 0 && !sums.hasUnbounded(equation)) {
                var difference = (double) sums.difference(equation);
                exponent -= difference * difference / (2 * variance);
            }
        }
        return Math.exp(exponent);
    }
}
