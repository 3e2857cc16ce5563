package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Audits published tables: recomputes all sums, and where they fail looks for the fewest changes after which all of them
 * hold. A change is one cell, or one row or column of which values moved to other places. Changes are ranked by how
 * plausible the error is that made the printed cell of the proposed value, and by how well the sums then fit.
 */
public final class TableAuditor {
    /** A place is certain from this share of the plausibility of all places. */
    private static final double CERTAIN = 0.97;

    private static final int MOST_CHANGES = 3;
    private static final int MOST_TRIALS = 30_000;
    private static final int MOST_REPAIRS = 200;
    /** What is so much less plausible than the best repair is left out. */
    private static final double LEAST_PLAUSIBLE = 0.001;

    private static final int MOST_READINGS = 10;
    /** How many values of one cell are tried together with those of another. */
    private static final int MOST_VALUES = 40;
    /** In larger tables a moved row must by itself mend two sums. */
    private static final int CELLS_OF_SMALL_TABLE = 400;
    /** Where more sums fail, the table is no table that adds up. */
    private static final int MOST_FAILING = 40;
    /** A second error beside a malformed cell is rare. */
    private static final double SECOND_ERROR = 0.05;

    private static final double MOVED = 0.2;
    private static final double ONE_OF_MANY_EMPTY = 0.02;
    private static final double UNUSUAL_MINUS = 0.2;

    private record Value(long ticks, RepairKind kind, double weight) {}

    /**
     * A cell with a new value, between the bounds that the sums allow.
     *
     * @param text the text of the cell from which the value moved; null where it did not move
     * @param bounds null where the sums are not asked
     */
    private record Change(int cell, long value, String text, RepairKind kind, long[] bounds) {}

    private record Proposal(List<Change> changes, double weight) {
        Proposal after(List<Change> earlier, double factor) {
            var all = new ArrayList<>(earlier);
            all.addAll(changes);
            return new Proposal(all, weight * factor);
        }

        /** Both, where of a cell that both change this one holds. */
        Proposal inPlaceOf(Proposal earlier) {
            var kept = earlier.changes().stream()
                    .filter(change -> !places().contains(change.cell()))
                    .toList();
            return after(kept, earlier.weight());
        }

        /** Values that no known error explains are no coincidence only if there is one of them. */
        boolean isTelling() {
            return changes.stream()
                            .filter(change -> change.kind() == RepairKind.OTHER_VALUE)
                            .count()
                    <= 1;
        }

        Set<Integer> places() {
            var places = new TreeSet<Integer>();
            changes.forEach(change -> places.add(change.cell()));
            return places;
        }
    }

    private final TableSums sums;
    private final Map<Integer, List<Value>> originals = new HashMap<>();
    private final Map<String, Long> empties = new HashMap<>();
    private final Set<Integer> suspects = new LinkedHashSet<>();
    private final List<TableAudit.Finding> findings = new ArrayList<>();
    /** Failing sums that stand in a finding already. */
    private final Set<Integer> reported = new HashSet<>();

    private final int mostSumsOfCell;
    private int trials;

    private TableAuditor(TableSums sums) {
        this.sums = sums;
        this.mostSumsOfCell =
                Arrays.stream(sums.equationsOf).mapToInt(of -> of.length).max().orElse(0);
    }

    /**
     * Audits a table with those that identities connect to it.
     *
     * @param others tables of the same programme
     */
    public static TableAudit audit(PublishedTable table, Collection<PublishedTable> others) {
        var auditor = new TableAuditor(new TableSums(connected(table, others)));
        return auditor.run(table);
    }

    private static List<PublishedTable> connected(PublishedTable table, Collection<PublishedTable> others) {
        var connected = new ArrayList<>(List.of(table));
        for (var i = 0; i < connected.size(); i++) {
            var known = connected.get(i);
            others.stream()
                    .filter(other ->
                            connected.stream().noneMatch(one -> one.code().equals(other.code())))
                    .filter(other -> names(known, other) || names(other, known))
                    .toList()
                    .forEach(connected::add);
        }
        return connected;
    }

    private static boolean names(PublishedTable table, PublishedTable other) {
        return table.identities().stream()
                .flatMap(identity -> identity.terms().stream())
                .anyMatch(term -> term.table().equals(other.code()));
    }

    private TableAudit run(PublishedTable table) {
        for (var cell = 0; cell < sums.cells.size(); cell++) {
            var read = sums.cells.get(cell);
            if (read.reading() == CellNotation.Reading.ODD || read.reading() == CellNotation.Reading.MALFORMED) {
                suspects.add(cell);
            }
            if (read.reading() == CellNotation.Reading.EMPTY) {
                empties.merge(read.table().code(), 1L, Long::sum);
            }
        }
        var printed = sums.copy();
        var explained = new ArrayList<TableAudit.Sum>();
        var about = 0;
        for (var equation = 0; equation < sums.equations.size(); equation++) {
            if (isAbout(table, equation)) {
                about++;
                if (!sums.fails(equation) && isDifferent(equation)) {
                    explained.add(sum(printed, equation));
                }
            }
        }
        groupsOf(suspects).forEach(group -> judgeSuspects(printed, group));
        repairSums(printed);
        var own = findings.stream().filter(finding -> isAbout(table, finding)).toList();
        return new TableAudit(about, explained, own);
    }

    private boolean isDifferent(int equation) {
        var difference = sums.printedDifference(equation);
        return !sums.hasUnbounded(equation) && difference != null && difference != 0;
    }

    private boolean isAbout(PublishedTable table, int equation) {
        return sums.equations.get(equation).table() == table
                || Arrays.stream(sums.equations.get(equation).cells())
                        .anyMatch(cell -> sums.cells.get(cell).table() == table);
    }

    /** Whether a cell or a sum of the table is in the finding, or the likeliest repair changes the table. */
    private boolean isAbout(PublishedTable table, TableAudit.Finding finding) {
        return finding.cells().stream().anyMatch(cell -> cell.table().equals(table.code()))
                || finding.sums().stream().anyMatch(sum -> sum.table().equals(table.code()))
                || finding.repairs().stream()
                        .limit(1)
                        .flatMap(repair -> repair.edits().stream())
                        .anyMatch(edit -> edit.cell().table().equals(table.code()));
    }

    // Malformed and odd cells

    /** Cells that share sums are judged together. */
    private List<List<Integer>> groupsOf(Collection<Integer> cells) {
        var groups = new ArrayList<List<Integer>>();
        for (var cell : cells) {
            var joined = new ArrayList<>(List.of(cell));
            for (var group : List.copyOf(groups)) {
                if (group.stream().anyMatch(other -> shareSum(cell, other))) {
                    joined.addAll(group);
                    groups.remove(group);
                }
            }
            groups.add(joined);
        }
        return groups;
    }

    private boolean shareSum(int cell, int other) {
        return Arrays.stream(sums.equationsOf[cell]).anyMatch(equation -> sums.isIn(other, equation));
    }

    private void judgeSuspects(TableSums printed, List<Integer> group) {
        var free = group.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (free.length > MOST_CHANGES) {
            for (var cell : free) {
                report(printed, List.of(cell), Set.of(), readings(sums, new int[] {cell}));
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            return;
        }
        var alone = readings(sums, free);
        var bounds = sums.allowed(free);
        var plausible = alone.stream()
                .anyMatch(proposal -> proposal.changes().stream()
                        .allMatch(change -> change.kind() != RepairKind.OTHER_VALUE
                                || originals(change.cell()).isEmpty()));
        if (bounds != null && plausible) {
            for (var i = 0; i < free.length; i++) {
                var cell = free[i];
                report(printed, List.of(cell), Set.of(), onlyOf(cell, alone));
                sums.set(cell, bounds[i][0], bounds[i][1]);
            }
            return;
        }
        var proposals = new ArrayList<>(alone);
        var mended = new TreeSet<Integer>();
        var differing = new TreeSet<Integer>();
        if (bounds == null) {
            for (var cell : free) {
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            mended.addAll(sums.failing());
            mended.removeAll(reported);
            proposals.addAll(besideMove(free, List.copyOf(mended)));
            for (var changes = 1;
                    changes < MOST_CHANGES && proposals.stream().noneMatch(Proposal::isTelling);
                    changes++) {
                choose(sums, List.copyOf(mended), free.length + changes, free, new HashSet<>(), proposals);
            }
            if (proposals.isEmpty()) {
                mended.clear();
            }
        } else {
            proposals.addAll(besideSecondError(free, differing));
        }
        differing.addAll(mended);
        report(printed, group, differing, proposals);
        reported.addAll(mended);
        for (var i = 0; i < free.length; i++) {
            if (bounds != null) {
                sums.set(free[i], bounds[i][0], bounds[i][1]);
            }
        }
    }

    /** What the sums allow for these cells once values of a row or column moved. */
    private List<Proposal> besideMove(int[] free, List<Integer> failing) {
        var proposals = new ArrayList<Proposal>();
        if (!failing.isEmpty() && sums.cells.size() <= CELLS_OF_SMALL_TABLE) {
            for (var moved : moves(sums, failing, true)) {
                if (failingAfter(sums, moved, failing).isEmpty()) {
                    var state = sums.copy();
                    move(state, moved);
                    readings(state, free)
                            .forEach(reading -> proposals.add(reading.after(moved.changes(), moved.weight())));
                }
            }
        }
        return proposals;
    }

    /**
     * What the texts of these cells say, with one other cell that is wrong in their sums.
     *
     * @param differing gets the sums that fail with the most plausible reading
     */
    private List<Proposal> besideSecondError(int[] free, Set<Integer> differing) {
        var proposals = new ArrayList<Proposal>();
        for (var literal : unconstrained(free)) {
            var state = sums.copy();
            for (var change : literal.changes()) {
                var half = sums.half(change.cell());
                state.set(change.cell(), change.value() - half, change.value() + half);
            }
            var failing = state.failing().stream()
                    .filter(equation -> Arrays.stream(free).anyMatch(cell -> state.isIn(cell, equation)))
                    .toList();
            if (differing.isEmpty()) {
                differing.addAll(failing);
            }
            cells(state, failing, 1)
                    .forEach(proposal ->
                            proposals.add(proposal.after(literal.changes(), literal.weight() * SECOND_ERROR)));
        }
        return proposals;
    }

    /** The values of these cells that all sums allow, each as a proposal of its own. */
    private List<Proposal> readings(TableSums state, int[] free) {
        var proposals = new ArrayList<Proposal>();
        if (state.allowed(free) != null) {
            assign(state.copy(), free, 0, 1, new ArrayList<>(), proposals);
        }
        return proposals;
    }

    private static List<Proposal> onlyOf(int cell, List<Proposal> proposals) {
        var only = new HashMap<Long, Proposal>();
        for (var proposal : proposals) {
            for (var change : proposal.changes()) {
                if (change.cell() == cell) {
                    only.merge(
                            change.value(),
                            new Proposal(List.of(change), proposal.weight()),
                            (one, other) -> new Proposal(one.changes(), one.weight() + other.weight()));
                }
            }
        }
        return List.copyOf(only.values());
    }

    /** What the texts of the cells say, whatever the sums allow. */
    private List<Proposal> unconstrained(int[] free) {
        var readings = List.of(new Proposal(List.of(), 1));
        for (var cell : free) {
            var longer = new ArrayList<Proposal>();
            for (var reading : readings) {
                originals(cell).stream()
                        .limit(free.length == 1 ? MOST_READINGS : 3)
                        .forEach(value -> {
                            var change = new Change(cell, value.ticks(), null, value.kind(), null);
                            longer.add(new Proposal(List.of(change), value.weight())
                                    .after(reading.changes(), reading.weight()));
                        });
            }
            readings = longer;
        }
        return readings;
    }

    // Sums that fail

    private void repairSums(TableSums printed) {
        var failing = new ArrayList<>(sums.failing());
        failing.removeAll(reported);
        // A row of which values moved fails in columns that have no cell in common, so it is looked for first.
        for (var moved = mostMending(failing); !moved.isEmpty(); moved = mostMending(failing)) {
            var slipped = besideLostValue(moved, failing);
            var repairs = slipped.isEmpty() ? moved : slipped;
            var mended = new TreeSet<>(failing);
            mended.removeAll(failingAfter(sums, repairs.get(0), failing));
            report(printed, List.of(), mended, repairs, !slipped.isEmpty() || !leavesEndOpen(moved.get(0)));
            failing.removeAll(mended);
            move(sums, repairs.get(0));
        }
        for (var component : componentsOf(failing)) {
            trials = 0;
            report(printed, List.of(), component, fewest(sums, component, MOST_CHANGES));
        }
    }

    /**
     * The same moves with the value that fell off the end of the row: the place that it left empty at its other end comes
     * there. That is one error, however many sums it breaks. None where nothing fell off, or no value mends what is left.
     */
    private List<Proposal> besideLostValue(List<Proposal> moved, List<Integer> failing) {
        var found = new ArrayList<Proposal>();
        for (var move : moved) {
            var state = sums.copy();
            move(state, move);
            for (var end : move.changes()) {
                var open = Arrays.stream(state.equationsOf[end.cell()])
                        .filter(state::fails)
                        .boxed()
                        .toList();
                if (!open.isEmpty() && isEmpty(end)) {
                    lost(state, end.cell(), open)
                            .map(lost -> lost.inPlaceOf(move))
                            .filter(slipped -> failing.containsAll(failingAfter(sums, slipped, failing)))
                            .ifPresent(slipped -> {
                                found.add(slipped);
                                found.addAll(besideOtherCell(state, move, end.cell(), open));
                            });
                }
            }
        }
        return found;
    }

    /** Whether a place becomes empty and its sums fail, so that a value is missing there that they do not tell. */
    private boolean leavesEndOpen(Proposal moved) {
        var state = sums.copy();
        move(state, moved);
        return moved.changes().stream()
                .filter(this::isEmpty)
                .flatMapToInt(end -> Arrays.stream(state.equationsOf[end.cell()]))
                .anyMatch(state::fails);
    }

    private boolean isEmpty(Change change) {
        var notation = sums.cells.get(change.cell()).table().notation();
        return change.text() != null && notation.read(change.text()).reading() == CellNotation.Reading.EMPTY;
    }

    /** The value of this cell that its failing sums want; the total of the row may have moved into the row and be lost too. */
    private Optional<Proposal> lost(TableSums state, int cell, List<Integer> open) {
        var bounds = state.allowed(new int[] {cell});
        if (bounds != null) {
            return Optional.of(new Proposal(List.of(missing(state, cell, bounds[0])), PrintingErrors.MISSING));
        }
        for (var equation : open) {
            var total = state.equations.get(equation).result();
            if (state.equations.get(equation).kind() == TableSumKind.ROW && !suspects.contains(total)) {
                var both = state.allowed(new int[] {cell, total});
                if (both != null && state.lowest[total] <= both[0][1] && state.highest[total] >= both[0][0]) {
                    var moved = new Change(
                            cell,
                            state.middle(total),
                            state.cells.get(total).printed(),
                            RepairKind.MOVED_CELL,
                            new long[] {state.lowest[total], state.highest[total]});
                    return Optional.of(
                            new Proposal(List.of(moved, missing(state, total, both[1])), PrintingErrors.MISSING));
                }
            }
        }
        return Optional.empty();
    }

    private static Change missing(TableSums state, int cell, long[] bounds) {
        return new Change(cell, middle(state, cell, bounds), null, RepairKind.MISSING_CELL, bounds);
    }

    /** The values moved and nothing fell off: a sum that is left may fail because of any of its cells. */
    private List<Proposal> besideOtherCell(TableSums state, Proposal move, int end, List<Integer> left) {
        return cells(state, left, 1).stream()
                .filter(other -> !other.places().contains(end))
                .map(other -> other.inPlaceOf(move))
                .toList();
    }

    /** Moves that mend the largest set of sums, of two or more, where no single cell does. */
    private List<Proposal> mostMending(List<Integer> failing) {
        if (failing.size() < 2) {
            return List.of();
        }
        Set<Integer> most = Set.of();
        var best = new ArrayList<Proposal>();
        for (var moved : moves(sums, failing, false)) {
            var after = failingAfter(sums, moved, failing);
            var mended = new TreeSet<>(failing);
            mended.removeAll(after);
            if (failing.containsAll(after) && mended.size() > most.size()) {
                most = mended;
                best.clear();
            }
            if (failing.containsAll(after) && mended.equals(most)) {
                best.add(moved);
            }
        }
        return most.size() < 2 || !cells(sums, List.copyOf(most), 1).isEmpty() ? List.of() : best;
    }

    /** Failing sums that have a cell in common belong together. */
    private List<List<Integer>> componentsOf(Collection<Integer> failing) {
        var components = new ArrayList<List<Integer>>();
        for (var equation : failing) {
            var joined = new ArrayList<>(List.of(equation));
            for (var component : List.copyOf(components)) {
                if (component.stream().anyMatch(other -> haveCommonCell(equation, other))) {
                    joined.addAll(component);
                    components.remove(component);
                }
            }
            components.add(joined);
        }
        return components;
    }

    private boolean haveCommonCell(int equation, int other) {
        return Arrays.stream(sums.equations.get(equation).cells()).anyMatch(cell -> sums.isIn(cell, other));
    }

    private List<Proposal> fewest(TableSums state, List<Integer> failing, int most) {
        for (var changes = 1; changes <= most; changes++) {
            var found = exactly(state, failing, changes);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Proposal> exactly(TableSums state, List<Integer> failing, int changes) {
        if (changes == 0) {
            return failing.isEmpty() ? List.of(new Proposal(List.of(), 1)) : List.of();
        }
        if (failing.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<>(cells(state, failing, changes));
        var small = state.cells.size() <= CELLS_OF_SMALL_TABLE;
        var loose = changes <= 2 && small;
        if (changes > 2 && !small) {
            return found;
        }
        for (var moved : moves(state, failing, loose)) {
            if (trials > MOST_TRIALS) {
                break;
            }
            var after = failingAfter(state, moved, failing);
            if (changes == 1
                    ? after.isEmpty()
                    : small ? !after.containsAll(failing) : after.size() + 2 <= failing.size()) {
                var next = state.copy();
                move(next, moved);
                exactly(next, after, changes - 1)
                        .forEach(proposal -> found.add(proposal.after(moved.changes(), moved.weight())));
            }
        }
        return found;
    }

    /** All ways to change this many cells so that the failing sums hold and no other fails. */
    private List<Proposal> cells(TableSums state, List<Integer> failing, int changes) {
        var found = new ArrayList<Proposal>();
        choose(state, failing, changes, new int[0], new HashSet<>(), found);
        return found;
    }

    private void choose(
            TableSums state,
            List<Integer> failing,
            int changes,
            int[] chosen,
            Set<List<Integer>> seen,
            List<Proposal> found) {
        if (trials > MOST_TRIALS) {
            return;
        }
        var open = failing.stream()
                .filter(equation -> Arrays.stream(chosen).noneMatch(cell -> state.isIn(cell, equation)))
                .toList();
        if (chosen.length == changes) {
            trials++;
            if (open.isEmpty() && state.allowed(chosen) != null) {
                score(state, chosen, found);
            }
            return;
        }
        if (open.size() > (changes - chosen.length) * mostSumsOfCell) {
            return;
        }
        for (var cell : candidates(state, open, changes - chosen.length, chosen)) {
            var longer = Arrays.copyOf(chosen, chosen.length + 1);
            longer[chosen.length] = cell;
            Arrays.sort(longer);
            if (seen.add(Arrays.stream(longer).boxed().toList())) {
                choose(state, failing, changes, longer, seen, found);
            }
        }
    }

    private Set<Integer> candidates(TableSums state, List<Integer> open, int left, int[] chosen) {
        var candidates = new LinkedHashSet<Integer>();
        if (open.isEmpty()) {
            for (var cell : chosen) {
                for (var equation : state.equationsOf[cell]) {
                    addCells(state, equation, candidates);
                }
            }
        } else {
            var smallest = open.stream()
                    .min(Comparator.comparingInt(
                            equation -> state.equations.get(equation).cells().length))
                    .orElseThrow();
            addCells(state, smallest, candidates);
            if (left == 1) {
                candidates.removeIf(cell -> !open.stream().allMatch(equation -> state.isIn(cell, equation)));
            }
        }
        Arrays.stream(chosen).forEach(candidates::remove);
        candidates.removeAll(suspects);
        return candidates;
    }

    private static void addCells(TableSums state, int equation, Set<Integer> cells) {
        Arrays.stream(state.equations.get(equation).cells()).forEach(cells::add);
    }

    /** Adds the best values of these cells, with the plausibility of the cells whatever their values. */
    private void score(TableSums state, int[] chosen, List<Proposal> found) {
        var values = readings(state, chosen);
        values.stream().max(Comparator.comparingDouble(Proposal::weight)).ifPresent(best -> {
            var all = values.stream().mapToDouble(Proposal::weight).sum();
            found.add(new Proposal(best.changes(), all));
        });
    }

    /** Goes through the plausible values of each cell in turn, and weighs how the sums fit in the end. */
    private void assign(
            TableSums state, int[] free, int next, double weight, List<Change> changes, List<Proposal> found) {
        if (next == free.length) {
            found.add(new Proposal(List.copyOf(changes), weight * fit(state, free)));
            return;
        }
        var bounds = state.allowed(Arrays.copyOfRange(free, next, free.length));
        if (bounds == null) {
            return;
        }
        var cell = free[next];
        var half = state.half(cell);
        var low = state.lowest[cell];
        var high = state.highest[cell];
        var tried = 0;
        for (var value : valuesWithin(state, cell, bounds[0])) {
            if (free.length > 1 && tried++ >= MOST_VALUES) {
                break;
            }
            state.set(cell, value.ticks() - half, value.ticks() + half);
            changes.add(new Change(cell, value.ticks(), null, value.kind(), bounds[0]));
            assign(state, free, next + 1, weight * value.weight(), changes, found);
            changes.remove(changes.size() - 1);
        }
        state.set(cell, low, high);
    }

    private List<Value> valuesWithin(TableSums state, int cell, long[] bounds) {
        var half = state.half(cell);
        var within = new ArrayList<Value>();
        for (var value : originals(cell)) {
            if (value.ticks() + half >= bounds[0] && value.ticks() - half <= bounds[1]) {
                within.add(value);
            }
        }
        var unbounded = bounds[1] - bounds[0] >= TableSums.UNBOUNDED;
        var middle = unbounded ? 0 : middle(state, cell, bounds);
        var inside = middle + half >= bounds[0] && middle - half <= bounds[1];
        if (inside && !unbounded && within.stream().noneMatch(value -> value.ticks() == middle)) {
            var table = state.cells.get(cell).table();
            var empty = state.cells.get(cell).reading() == CellNotation.Reading.EMPTY;
            var weight = empty ? missing(cell) : PrintingErrors.OTHER_VALUE;
            within.add(new Value(
                    middle,
                    empty ? RepairKind.MISSING_CELL : RepairKind.OTHER_VALUE,
                    middle < 0 && !state.hasNegatives(table) ? weight * UNUSUAL_MINUS : weight));
        }
        return within;
    }

    /** The printed value nearest to the middle of the bounds. */
    private static long middle(TableSums state, int cell, long[] bounds) {
        var unit = state.unit(cell);
        return Math.floorDiv(Math.floorDiv(bounds[0] + bounds[1], 2) + unit / 2, unit) * unit;
    }

    private double missing(int cell) {
        return empties.get(sums.cells.get(cell).table().code()) == 1 ? PrintingErrors.MISSING : ONE_OF_MANY_EMPTY;
    }

    /** The most plausible first. */
    private List<Value> originals(int number) {
        return originals.computeIfAbsent(number, key -> {
            var cell = sums.cells.get(key);
            return PrintingErrors.originals(cell.table().notation(), cell.printed()).entrySet().stream()
                    .map(entry -> new Value(
                            sums.ticks(entry.getKey()),
                            entry.getValue().kind(),
                            entry.getValue().weight()))
                    .sorted(Comparator.comparingDouble(Value::weight).reversed())
                    .toList();
        });
    }

    /** How likely rounding makes the differences that are left in the sums of these cells. */
    private static double fit(TableSums state, int[] cells) {
        var equations = new TreeSet<Integer>();
        for (var cell : cells) {
            Arrays.stream(state.equationsOf[cell]).forEach(equations::add);
        }
        var exponent = 0.0;
        for (var equation : equations) {
            var variance = state.variance(equation);
            if (variance > 0 && !state.hasUnbounded(equation)) {
                var difference = (double) state.difference(equation);
                exponent -= difference * difference / (2 * variance);
            }
        }
        return Math.exp(exponent);
    }

    // Values that moved to other columns of their row, or other rows of their column

    private void move(TableSums state, Proposal moved) {
        for (var change : moved.changes()) {
            state.set(change.cell(), change.bounds()[0], change.bounds()[1]);
        }
    }

    private List<Integer> failingAfter(TableSums state, Proposal moved, List<Integer> failing) {
        var touched = new TreeSet<>(failing);
        for (var change : moved.changes()) {
            Arrays.stream(state.equationsOf[change.cell()]).forEach(touched::add);
        }
        // Sums that fail elsewhere are no matter of this move, unless it touches them.
        var before = new long[moved.changes().size()][];
        for (var i = 0; i < before.length; i++) {
            var cell = moved.changes().get(i).cell();
            before[i] = new long[] {state.lowest[cell], state.highest[cell]};
        }
        move(state, moved);
        touched.removeIf(equation -> !state.fails(equation));
        for (var i = 0; i < before.length; i++) {
            state.set(moved.changes().get(i).cell(), before[i][0], before[i][1]);
        }
        return List.copyOf(touched);
    }

    /**
     * Two values that changed places, and runs of values that moved by one place, in the rows or columns across the
     * failing sums.
     *
     * @param loose also moves that mend a single sum
     */
    private List<Proposal> moves(TableSums state, List<Integer> failing, boolean loose) {
        if (failing.size() > MOST_FAILING && state.cells.size() > CELLS_OF_SMALL_TABLE) {
            return List.of();
        }
        var found = new ArrayList<Proposal>();
        var across = new HashMap<List<Object>, TreeSet<Integer>>();
        for (var equation : failing) {
            var kind = state.equations.get(equation).kind();
            for (var number : state.equations.get(equation).cells()) {
                var cell = state.cells.get(number);
                if (kind != TableSumKind.ROW) {
                    across.computeIfAbsent(List.of(cell.table().code(), "row", cell.row()), key -> new TreeSet<>())
                            .add(number);
                }
                if (kind == TableSumKind.ROW || kind == TableSumKind.GRAND_TOTAL) {
                    across.computeIfAbsent(
                                    List.of(cell.table().code(), "column", cell.column()), key -> new TreeSet<>())
                            .add(number);
                }
            }
        }
        across.forEach((line, places) -> {
            if (places.size() >= 2 || loose) {
                movesIn(state, state.items(places.first(), line.get(1).equals("row")), places, loose, found);
            }
        });
        return found;
    }

    private void movesIn(TableSums state, int[] line, Set<Integer> failing, boolean loose, List<Proposal> found) {
        var small = state.cells.size() <= CELLS_OF_SMALL_TABLE;
        for (var i = 0; i < line.length; i++) {
            for (var j = i + 1; j < line.length; j++) {
                var ends = (failing.contains(line[i]) ? 1 : 0) + (failing.contains(line[j]) ? 1 : 0);
                if (ends >= (loose ? 1 : 2)) {
                    offer(state, new int[] {line[i], line[j]}, new int[] {line[j], line[i]}, found);
                }
                // A value that moves out of a sum that holds, or into one, breaks it, unless it is nearly the one that
                // it
                // takes the place of. Of several that move together, some may.
                if (j > i + 1 && (ends >= (loose ? 1 : 2) || small && isFailing(line, i, j, failing))) {
                    var run = Arrays.copyOfRange(line, i, j + 1);
                    var right = run.clone();
                    var left = run.clone();
                    for (var k = 0; k < run.length; k++) {
                        right[k] = run[(k + run.length - 1) % run.length];
                        left[k] = run[(k + 1) % run.length];
                    }
                    offer(state, run, right, found);
                    offer(state, run, left, found);
                }
            }
        }
    }

    private static boolean isFailing(int[] line, int from, int to, Set<Integer> failing) {
        return IntStream.rangeClosed(from, to)
                        .filter(place -> failing.contains(line[place]))
                        .count()
                >= 2;
    }

    private void offer(TableSums state, int[] to, int[] from, List<Proposal> found) {
        var changes = new ArrayList<Change>();
        for (var i = 0; i < to.length; i++) {
            if (suspects.contains(to[i]) || suspects.contains(from[i])) {
                return;
            }
            if (state.lowest[to[i]] != state.lowest[from[i]] || state.highest[to[i]] != state.highest[from[i]]) {
                changes.add(new Change(
                        to[i],
                        state.middle(from[i]),
                        state.cells.get(from[i]).printed(),
                        RepairKind.MOVED_CELL,
                        new long[] {state.lowest[from[i]], state.highest[from[i]]}));
            }
        }
        if (!changes.isEmpty()) {
            trials++;
            found.add(new Proposal(changes, MOVED));
        }
    }

    // The report

    private void report(TableSums printed, List<Integer> cells, Collection<Integer> failing, List<Proposal> proposals) {
        report(printed, cells, failing, proposals, true);
    }

    /** @param isWhole whether the proposals leave nothing open where they change cells */
    private void report(
            TableSums printed,
            List<Integer> cells,
            Collection<Integer> failing,
            List<Proposal> proposals,
            boolean isWhole) {
        var byPlace = new HashMap<Object, Proposal>();
        var differ = !cells.isEmpty();
        for (var proposal : proposals) {
            Object key = differ || isMove(proposal) ? values(proposal) : proposal.places();
            byPlace.merge(
                    key,
                    proposal,
                    (one, other) -> new Proposal(
                            one.weight() >= other.weight() ? one.changes() : other.changes(),
                            one.weight() + other.weight()));
        }
        var all = byPlace.values().stream().mapToDouble(Proposal::weight).sum();
        var ranked = byPlace.values().stream()
                .sorted(Comparator.comparingDouble(Proposal::weight)
                        .reversed()
                        .thenComparing(proposal -> proposal.places().toString()))
                .toList();
        var certain = isWhole
                && !ranked.isEmpty()
                && ranked.get(0).weight() >= CERTAIN * all
                && ranked.get(0).isTelling()
                && trials <= MOST_TRIALS;
        var sumsOfCells = new TreeSet<>(failing);
        for (var cell : cells) {
            Arrays.stream(printed.equationsOf[cell]).filter(printed::fails).forEach(sumsOfCells::add);
        }
        findings.add(new TableAudit.Finding(
                kind(cells),
                certain ? RepairCertainty.CERTAIN : RepairCertainty.UNDECIDED,
                cells.stream().map(this::place).toList(),
                sumsOfCells.stream().map(equation -> sum(printed, equation)).toList(),
                ranked.stream()
                        .filter(proposal -> proposal.weight()
                                >= LEAST_PLAUSIBLE * ranked.get(0).weight())
                        .limit(MOST_REPAIRS)
                        .map(proposal -> repair(proposal, all))
                        .toList()));
    }

    private static boolean isMove(Proposal proposal) {
        return proposal.changes().stream().anyMatch(change -> change.kind() == RepairKind.MOVED_CELL);
    }

    private static List<List<Long>> values(Proposal proposal) {
        return proposal.changes().stream()
                .map(change -> List.of((long) change.cell(), change.value()))
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private TableFindingKind kind(List<Integer> cells) {
        if (cells.isEmpty()) {
            return TableFindingKind.SUM_DIFFERS;
        }
        return cells.stream().anyMatch(cell -> sums.cells.get(cell).reading() == CellNotation.Reading.MALFORMED)
                ? TableFindingKind.MALFORMED_CELL
                : TableFindingKind.ODD_FORMAT;
    }

    private TableAudit.Repair repair(Proposal proposal, double all) {
        return new TableAudit.Repair(
                proposal.changes().stream().map(this::edit).toList(), all == 0 ? 0 : proposal.weight() / all);
    }

    private TableAudit.Edit edit(Change change) {
        var cell = sums.cells.get(change.cell());
        var bounds = change.bounds();
        return new TableAudit.Edit(
                place(change.cell()),
                change.text() != null ? change.text() : cell.table().notation().print(sums.amount(change.value())),
                bounds == null || bounds[0] <= -TableSums.UNBOUNDED ? null : sums.amount(bounds[0]),
                bounds == null || bounds[1] >= TableSums.UNBOUNDED ? null : sums.amount(bounds[1]),
                change.kind());
    }

    private TableAudit.Cell place(int number) {
        var cell = sums.cells.get(number);
        return new TableAudit.Cell(
                cell.table().code(),
                cell.row(),
                cell.column(),
                cell.rowLine().label(),
                cell.columnLine().label(),
                cell.printed());
    }

    private static TableAudit.Sum sum(TableSums printed, int number) {
        var equation = printed.equations.get(number);
        var total = equation.result() < 0 ? null : printed.face[equation.result()];
        var difference = printed.printedDifference(number);
        return new TableAudit.Sum(
                equation.kind(),
                equation.table().code(),
                equation.name(),
                difference == null || total == null ? null : printed.amount(total + difference),
                total == null ? null : printed.amount(total),
                difference == null ? null : printed.amount(difference),
                printed.hasUnbounded(number) ? null : printed.amount(printed.tolerance(number)));
    }
}
