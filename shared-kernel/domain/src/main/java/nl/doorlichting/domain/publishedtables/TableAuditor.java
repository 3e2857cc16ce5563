package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Audits published tables: recomputes all sums, and where they fail looks for the fewest changes after which all of them
 * hold. A change is one cell, or one row or column of which values moved to other places. Changes are ranked by how
 * plausible the error is that made the printed cell of the proposed value, and by how well the sums then fit.
 *
 * <p>Any table is audited within a second and some tens of MB, because the search counts what it costs. Where it ends
 * before all changes were tried, the finding is undecided, with the repairs that were found until then.
 */
public final class TableAuditor {
    /** A place is certain from this share of the plausibility of all places. */
    private static final double CERTAIN = 0.97;

    /** What an audit may cost, in steps of a few nanoseconds or a byte of memory each. */
    private static final long MOST_WORK = 60_000_000;
    /** For trying a set of cells, for weighing one value in each, and for each plausible value of a cell. */
    private static final int WORK_OF_TRIAL = 500;

    private static final int WORK_OF_PROPOSAL = 300;
    private static final int WORK_OF_PRINTING_ERROR = 600;
    /** Changes in all proposals of a search that are kept. */
    private static final int MOST_KEPT = 50_000;
    /** Cells that are changed in all repairs of a finding, and of an audit. */
    private static final int MOST_EDITS = 2_000;

    private static final int MOST_EDITS_OF_AUDIT = 20_000;
    /** More malformed and odd cells are reported without repairs: that table is no table of figures. */
    private static final int MOST_SUSPECTS = TableSums.MOST_MALFORMED;

    private static final int CELLS_WITH_KEPT_ORIGINALS = 1_000;
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

    /**
     * Two values of a line that change places, or a run of them that moves by one place, the last one to the other end.
     * One object stands for all moves of a line in turn, because there are too many for the memory.
     */
    private static final class Move {
        private final int[] line;
        private int first;
        private int last;
        /** 1 or -1 for a run, 0 for two values. */
        private int shift;

        private Move(int[] line) {
            this.line = line;
        }

        private Move set(int from, int until, int by) {
            first = from;
            last = until;
            shift = by;
            return this;
        }

        private int size() {
            return shift == 0 ? 2 : last - first + 1;
        }

        private int to(int place) {
            return line[shift != 0 ? first + place : place == 0 ? first : last];
        }

        private int from(int place) {
            return to(Math.floorMod(place - by(), size()));
        }

        private int by() {
            return shift == 0 ? 1 : shift;
        }
    }

    /** What is found in a search. It keeps as many proposals as memory allows. */
    private final class Found {
        final List<Proposal> proposals = new ArrayList<>();
        private int changes;

        void add(Proposal proposal) {
            if (changes + proposal.changes().size() > MOST_KEPT) {
                ended = true;
                return;
            }
            changes += proposal.changes().size();
            proposals.add(proposal);
        }

        void addAll(List<Proposal> more) {
            more.forEach(this::add);
        }

        void clear() {
            proposals.clear();
            changes = 0;
        }
    }

    private final TableSums sums;
    /** Those that were asked for last. */
    private final Map<Integer, List<Value>> originals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<Value>> eldest) {
            return size() > CELLS_WITH_KEPT_ORIGINALS;
        }
    };

    private final Map<Integer, TableAudit.Sum> shown = new HashMap<>();
    private final Map<String, Long> empties = new HashMap<>();
    private final BitSet suspects = new BitSet();
    private final List<TableAudit.Finding> findings = new ArrayList<>();
    /** Failing sums that stand in a finding already. */
    private final Set<Integer> reported = new HashSet<>();

    private final int mostSumsOfCell;
    private int editsLeft = MOST_EDITS_OF_AUDIT;
    private int trials;
    private int moveTrials;
    private long work;
    /** How much work there may be at the end of this search. */
    private long mostWork;
    /** Whether the search ended before all was tried. */
    private boolean ended;
    /** How many cells the last move changed, and how many sums it mended and broke. */
    private int changed;

    private int mended;
    private int broken;
    /** The sums of these cells, each once, and of each sum the last move that touched it. */
    private int[] touched = new int[64];

    private int touches;
    private final int[] touchedBy;
    private int moveNumber;

    private TableAuditor(TableSums sums) {
        this.sums = sums;
        this.touchedBy = new int[sums.equations.size()];
        this.mostSumsOfCell =
                Arrays.stream(sums.equationsOf).mapToInt(of -> of.length).max().orElse(0);
    }

    /** Starts a search that gets a share of the work that is left until a limit. */
    private void search(long until, int searches) {
        trials = 0;
        ended = false;
        mostWork = work + Math.max(0, until - work) / Math.max(1, searches);
    }

    /** Whether the search goes on after this work. */
    private boolean goesOn(long steps) {
        work += steps;
        ended |= work > mostWork || trials > MOST_TRIALS;
        return !ended;
    }

    /**
     * Audits a table with those that identities connect to it.
     *
     * @param others tables of the same programme
     */
    public static TableAudit audit(PublishedTable table, Collection<PublishedTable> others) {
        var byCode = new HashMap<String, PublishedTable>();
        var connections = new TableConnections();
        connections.add(table);
        for (var other : others) {
            if (!other.code().equals(table.code()) && byCode.putIfAbsent(other.code(), other) == null) {
                connections.add(other);
            }
        }
        return audit(table, connections, byCode::get);
    }

    /**
     * Audits the tables of a programme one after the other, and holds none but the one that it audits with those that
     * identities connect to it.
     *
     * @param codes the codes of all tables
     * @param tables gives the table of a code, anew each time; null for one that is not there any more
     * @param audits receives each audit with the code of its table
     */
    public static void auditEach(
            Collection<String> codes, Function<String, PublishedTable> tables, BiConsumer<String, TableAudit> audits) {
        var connections = new TableConnections();
        codes.stream().map(tables).filter(Objects::nonNull).forEach(connections::add);
        for (var code : codes) {
            var table = connections.has(code) ? tables.apply(code) : null;
            if (table != null) {
                audits.accept(code, audit(table, connections, tables));
            }
        }
    }

    /** @param connections of all tables of the programme */
    public static TableAudit audit(
            PublishedTable table, TableConnections connections, Function<String, PublishedTable> tables) {
        var audited = new ArrayList<>(List.of(table));
        connections.connectedTo(table.code()).stream()
                .map(tables)
                .filter(Objects::nonNull)
                .forEach(audited::add);
        return new TableAuditor(new TableSums(audited)).run(table, dangling(table, audited, connections));
    }

    /** Identities that name what is not there any more. */
    private static List<String> dangling(
            PublishedTable table, List<PublishedTable> audited, TableConnections connections) {
        var byCode = new HashMap<String, PublishedTable>();
        audited.forEach(one -> byCode.put(one.code(), one));
        return table.identities().stream()
                .filter(identity -> identity.terms().stream()
                                .anyMatch(term -> !connections.has(term.table())
                                        || byCode.containsKey(term.table())
                                                && term.rows(byCode.get(term.table()))
                                                        .isEmpty())
                        || identity.terms().stream().allMatch(term -> byCode.containsKey(term.table()))
                                && identity.columns(byCode).isEmpty())
                .map(PublishedTable.Identity::name)
                .toList();
    }

    private TableAudit run(PublishedTable table, List<String> dangling) {
        for (var cell = 0; cell < sums.cells.size(); cell++) {
            var read = sums.cells.get(cell);
            if (sums.isSuspect(cell)) {
                suspects.set(cell);
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
        var groups = groupsOf(suspects.stream().boxed().toList());
        for (var i = 0; i < groups.size(); i++) {
            search(MOST_WORK / 3, groups.size() - i);
            judgeSuspects(printed, groups.get(i));
        }
        repairSums(printed);
        var own = findings.stream().filter(finding -> isAbout(table, finding)).toList();
        return new TableAudit(about, explained, own, dangling);
    }

    private boolean isDifferent(int equation) {
        var difference = sums.printedDifference(equation);
        return !sums.hasUnbounded(equation) && difference != null && difference != 0;
    }

    private boolean isAbout(PublishedTable table, int equation) {
        if (sums.equations.get(equation).table() == table) {
            return true;
        }
        for (var cell : sums.equations.get(equation).cells()) {
            if (sums.cells.get(cell).table() == table) {
                return true;
            }
        }
        return false;
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

    /** Cells that share sums are judged together: in each group the cells, and the groups by their last cells, ascend. */
    private List<List<Integer>> groupsOf(List<Integer> cells) {
        return joined(cells, sums.equationsOf, sums.equations.size());
    }

    /** Joins those that have something in common. */
    private static List<List<Integer>> joined(List<Integer> all, int[][] has, int things) {
        var group = new int[all.size()];
        var lastWith = new int[things];
        Arrays.fill(lastWith, -1);
        for (var i = 0; i < group.length; i++) {
            group[i] = i;
            for (var thing : has[all.get(i)]) {
                if (lastWith[thing] >= 0) {
                    group[root(group, lastWith[thing])] = i;
                }
                lastWith[thing] = i;
            }
        }
        var groups = new TreeMap<Integer, List<Integer>>();
        for (var i = 0; i < group.length; i++) {
            groups.computeIfAbsent(root(group, i), key -> new ArrayList<>()).add(all.get(i));
        }
        return List.copyOf(groups.values());
    }

    /** The last of the group. */
    private static int root(int[] group, int member) {
        var at = member;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }

    private void judgeSuspects(TableSums printed, List<Integer> group) {
        var free = group.stream().mapToInt(Integer::intValue).sorted().toArray();
        if (suspects.cardinality() > MOST_SUSPECTS) {
            report(printed, group, Set.of(), List.of());
            for (var cell : free) {
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            return;
        }
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
        var found = new Found();
        found.addAll(alone);
        var mended = new TreeSet<Integer>();
        var differing = new TreeSet<Integer>();
        if (bounds == null) {
            for (var cell : free) {
                sums.set(cell, -TableSums.UNBOUNDED, TableSums.UNBOUNDED);
            }
            if (goesOn(sums.equations.size())) {
                mended.addAll(sums.failing());
                mended.removeAll(reported);
            }
            found.addAll(besideMove(free, List.copyOf(mended)));
            for (var changes = 1;
                    changes < MOST_CHANGES && found.proposals.stream().noneMatch(Proposal::isTelling);
                    changes++) {
                choose(sums, List.copyOf(mended), free.length + changes, free, new HashSet<>(), found);
            }
            if (found.proposals.isEmpty()) {
                mended.clear();
            }
        } else {
            found.addAll(besideSecondError(free, differing));
        }
        differing.addAll(mended);
        report(printed, group, differing, found.proposals);
        reported.addAll(mended);
        for (var i = 0; i < free.length; i++) {
            if (bounds != null) {
                sums.set(free[i], bounds[i][0], bounds[i][1]);
            }
        }
    }

    /** What the sums allow for these cells once values of a row or column moved. */
    private List<Proposal> besideMove(int[] free, List<Integer> failing) {
        var found = new Found();
        if (!failing.isEmpty() && sums.cells.size() <= CELLS_OF_SMALL_TABLE) {
            var fails = setOf(failing);
            forEachMove(sums, failing, true, move -> {
                shift(sums, move, 1, fails);
                if (broken == 0 && mended == failing.size()) {
                    var readings = readings(sums, free);
                    shift(sums, move, -1, fails);
                    var moved = changes(sums, move);
                    readings.forEach(reading -> found.add(reading.after(moved.changes(), moved.weight())));
                    return;
                }
                shift(sums, move, -1, fails);
            });
        }
        return found.proposals;
    }

    /**
     * What the texts of these cells say, with one other cell that is wrong in their sums.
     *
     * @param differing gets the sums that fail with the most plausible reading
     */
    private List<Proposal> besideSecondError(int[] free, Set<Integer> differing) {
        var found = new Found();
        for (var literal : unconstrained(free)) {
            var low = new long[free.length];
            var high = new long[free.length];
            for (var i = 0; i < free.length; i++) {
                low[i] = sums.lowest[free[i]];
                high[i] = sums.highest[free[i]];
            }
            for (var change : literal.changes()) {
                var half = sums.half(change.cell());
                sums.set(change.cell(), change.value() - half, change.value() + half);
            }
            var failing = Arrays.stream(free)
                    .flatMap(cell -> Arrays.stream(sums.equationsOf[cell]))
                    .filter(sums::fails)
                    .distinct()
                    .sorted()
                    .boxed()
                    .toList();
            if (differing.isEmpty()) {
                differing.addAll(failing);
            }
            cells(sums, failing, 1)
                    .forEach(proposal -> found.add(proposal.after(literal.changes(), literal.weight() * SECOND_ERROR)));
            for (var i = 0; i < free.length; i++) {
                sums.set(free[i], low[i], high[i]);
            }
        }
        return found.proposals;
    }

    /** The values of these cells that all sums allow, each as a proposal of its own. */
    private List<Proposal> readings(TableSums state, int[] free) {
        var found = new Found();
        if (state.allowed(free) != null) {
            assign(state, free, 0, 1, new ArrayList<>(), found);
        }
        return found.proposals;
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
        search(work + (MOST_WORK - work) / 2, 1);
        for (var moved = mostMending(failing); !moved.isEmpty(); moved = mostMending(failing)) {
            var slipped = besideLostValue(moved, failing);
            var repairs = slipped.isEmpty() ? moved : slipped;
            var mended = new TreeSet<>(failing);
            mended.removeAll(failingAfter(sums, repairs.get(0), failing));
            // Of very many moves, one mends two sums by coincidence.
            var isWhole = moveTrials <= MOST_TRIALS && (!slipped.isEmpty() || !leavesEndOpen(moved.get(0)));
            report(printed, List.of(), mended, repairs, isWhole);
            failing.removeAll(mended);
            move(sums, repairs.get(0));
        }
        // A row that slipped may be among what was not tried.
        var movesAreWhole = !ended;
        var components = componentsOf(failing);
        for (var i = 0; i < components.size(); i++) {
            search(MOST_WORK, components.size() - i);
            var fewest = fewest(sums, components.get(i), MOST_CHANGES);
            report(printed, List.of(), components.get(i), fewest, movesAreWhole);
        }
        doubtMovesBesideOtherErrors();
    }

    /**
     * Values that moved mend several sums by coincidence where there are other errors, of which they may be a part: a row that
     * slipped and lost a value breaks as many sums as it has columns. So a move is certain only where it mends all sums of the
     * table that fail.
     */
    private void doubtMovesBesideOtherErrors() {
        if (findings.size() > 1) {
            findings.replaceAll(finding -> finding.certainty() == RepairCertainty.CERTAIN && isMoveBesideOthers(finding)
                    ? finding.undecided()
                    : finding);
        }
    }

    private boolean isMoveBesideOthers(TableAudit.Finding finding) {
        var moved = finding.repairs().get(0).edits().stream()
                .filter(edit -> edit.kind() == RepairKind.MOVED_CELL)
                .map(edit -> edit.cell().table())
                .findFirst();
        return moved.isPresent()
                && findings.stream()
                        .filter(other -> other != finding)
                        .flatMap(other -> other.sums().stream())
                        .anyMatch(sum -> sum.table().equals(moved.get()));
    }

    /**
     * The same moves with the value that fell off the end of the row: the place that it left empty at its other end comes
     * there. That is one error, however many sums it breaks. None where nothing fell off, or no value mends what is left.
     */
    private List<Proposal> besideLostValue(List<Proposal> moved, List<Integer> failing) {
        var found = new Found();
        for (var move : moved) {
            var before = move(sums, move);
            for (var end : move.changes()) {
                var open = failingOf(end.cell());
                if (!open.isEmpty() && isEmpty(end) && goesOn(WORK_OF_TRIAL)) {
                    var lost = lost(sums, end.cell(), open).map(value -> value.inPlaceOf(move));
                    move(sums, before);
                    var slipped = lost.filter(value -> failing.containsAll(failingAfter(sums, value, failing)));
                    move(sums, move);
                    if (slipped.isPresent()) {
                        found.add(slipped.get());
                        found.addAll(besideOtherCell(sums, move, end.cell(), open));
                    }
                }
            }
            move(sums, before);
        }
        return found.proposals;
    }

    private List<Integer> failingOf(int cell) {
        return Arrays.stream(sums.equationsOf[cell]).filter(sums::fails).boxed().toList();
    }

    /** Whether a place becomes empty and its sums fail, so that a value is missing there that they do not tell. */
    private boolean leavesEndOpen(Proposal moved) {
        var before = move(sums, moved);
        var leaves = moved.changes().stream()
                .filter(this::isEmpty)
                .anyMatch(end -> !failingOf(end.cell()).isEmpty());
        move(sums, before);
        return leaves;
    }

    private boolean isEmpty(Change change) {
        var notation = sums.cells.get(change.cell()).notation();
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
            if (state.equations.get(equation).kind() == TableSumKind.ROW && !suspects.get(total)) {
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
        var fails = setOf(failing);
        var most = new BitSet();
        var best = new Found();
        forEachMove(sums, failing, false, move -> {
            shift(sums, move, 1, fails);
            moveTrials += changed > 0 ? 1 : 0;
            var isBest = false;
            if (broken == 0 && mended >= 2 && mended >= most.cardinality()) {
                var now = new BitSet();
                touched()
                        .filter(equation -> fails.get(equation) && !sums.fails(equation))
                        .forEach(now::set);
                if (mended > most.cardinality()) {
                    most.clear();
                    most.or(now);
                    best.clear();
                }
                isBest = now.equals(most);
            }
            shift(sums, move, -1, fails);
            if (isBest) {
                best.add(changes(sums, move));
            }
        });
        if (most.isEmpty() || !cells(sums, most.stream().boxed().toList(), 1).isEmpty()) {
            return List.of();
        }
        return best.proposals;
    }

    /** Failing sums that have a cell in common belong together. */
    private List<List<Integer>> componentsOf(List<Integer> failing) {
        var cells = new int[sums.equations.size()][];
        failing.forEach(
                equation -> cells[equation] = sums.equations.get(equation).cells());
        return joined(failing, cells, sums.cells.size());
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
        var found = new Found();
        found.addAll(cells(state, failing, changes));
        var small = state.cells.size() <= CELLS_OF_SMALL_TABLE;
        var loose = changes <= 2 && small;
        if (changes > 2 && !small) {
            return found.proposals;
        }
        var fails = setOf(failing);
        forEachMove(state, failing, loose, move -> {
            shift(state, move, 1, fails);
            trials += changed > 0 ? 1 : 0;
            var left = failing.size() - mended + broken;
            var after = List.<Integer>of();
            var goesOn = changes == 1 ? left == 0 : small ? mended > 0 : left + 2 <= failing.size();
            if (goesOn) {
                after = IntStream.concat(failing.stream().mapToInt(Integer::intValue), touched())
                        .filter(state::fails)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList();
            }
            shift(state, move, -1, fails);
            if (goesOn) {
                var moved = changes(state, move);
                shift(state, move, 1, fails);
                exactly(state, after, changes - 1).forEach(proposal -> found.add(proposal.inPlaceOf(moved)));
                shift(state, move, -1, fails);
            }
        });
        return found.proposals;
    }

    /** All ways to change this many cells so that the failing sums hold and no other fails. */
    private List<Proposal> cells(TableSums state, List<Integer> failing, int changes) {
        var found = new Found();
        choose(state, failing, changes, new int[0], new HashSet<>(), found);
        return found.proposals;
    }

    private void choose(
            TableSums state, List<Integer> failing, int changes, int[] chosen, Set<List<Integer>> seen, Found found) {
        if (failing.size() > changes * mostSumsOfCell
                || !goesOn(WORK_OF_TRIAL + 8L * failing.size() * (1 + chosen.length))) {
            return;
        }
        var open = failing.stream()
                .filter(equation -> !isInAny(state, chosen, equation))
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
            if (ended) {
                return;
            }
        }
    }

    private static boolean isInAny(TableSums state, int[] cells, int equation) {
        for (var cell : cells) {
            if (state.isIn(cell, equation)) {
                return true;
            }
        }
        return false;
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
            if (left == 1) {
                for (var cell : state.equations.get(smallest).cells()) {
                    work += open.size();
                    if (open.stream().allMatch(equation -> state.isIn(cell, equation))) {
                        candidates.add(cell);
                    }
                }
            } else {
                addCells(state, smallest, candidates);
            }
        }
        Arrays.stream(chosen).forEach(candidates::remove);
        candidates.removeIf(suspects::get);
        return candidates;
    }

    private void addCells(TableSums state, int equation, Set<Integer> cells) {
        work += 60L * state.equations.get(equation).cells().length;
        Arrays.stream(state.equations.get(equation).cells()).forEach(cells::add);
    }

    /** Adds the best values of these cells, with the plausibility of the cells whatever their values. */
    private void score(TableSums state, int[] chosen, Found found) {
        var values = readings(state, chosen);
        values.stream().max(Comparator.comparingDouble(Proposal::weight)).ifPresent(best -> {
            var all = values.stream().mapToDouble(Proposal::weight).sum();
            found.add(new Proposal(best.changes(), all));
        });
    }

    /** Goes through the plausible values of each cell in turn, and weighs how the sums fit in the end. */
    private void assign(TableSums state, int[] free, int next, double weight, List<Change> changes, Found found) {
        if (!goesOn(WORK_OF_PROPOSAL)) {
            return;
        }
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
        var step = state.step(cell);
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

    /** The most plausible first. */
    private List<Value> originals(int number) {
        if (!originals.containsKey(number) && !goesOn(WORK_OF_PROPOSAL)) {
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
            work += (long) WORK_OF_PRINTING_ERROR * values.size();
            return values;
        });
    }

    /** How likely rounding makes the differences that are left in the sums of these cells. */
    private double fit(TableSums state, int[] cells) {
        var equations = Arrays.stream(cells)
                .flatMap(cell -> Arrays.stream(state.equationsOf[cell]))
                .distinct()
                .sorted()
                .toArray();
        var exponent = 0.0;
        for (var equation : equations) {
            work += 3L * state.equations.get(equation).cells().length;
            var variance = state.variance(equation);
            if (variance > 0 && !state.hasUnbounded(equation)) {
                var difference = (double) state.difference(equation);
                exponent -= difference * difference / (2 * variance);
            }
        }
        return Math.exp(exponent);
    }

    // Values that moved to other columns of their row, or other rows of their column

    /** Sets the cells, and returns what they were before. */
    private static Proposal move(TableSums state, Proposal moved) {
        var before = new ArrayList<Change>();
        for (var change : moved.changes()) {
            var cell = change.cell();
            before.add(new Change(cell, 0, null, change.kind(), new long[] {state.lowest[cell], state.highest[cell]}));
            state.set(cell, change.bounds()[0], change.bounds()[1]);
        }
        return new Proposal(before, 1);
    }

    private static List<Integer> failingAfter(TableSums state, Proposal moved, List<Integer> failing) {
        var touched = new TreeSet<>(failing);
        for (var change : moved.changes()) {
            Arrays.stream(state.equationsOf[change.cell()]).forEach(touched::add);
        }
        // Sums that fail elsewhere are no matter of this move, unless it touches them.
        var before = move(state, moved);
        touched.removeIf(equation -> !state.fails(equation));
        move(state, before);
        return List.copyOf(touched);
    }

    /**
     * Moves the values in place, and counts the sums that it mends and breaks.
     *
     * @param direction 1, or -1 to undo the move
     */
    private void shift(TableSums state, Move move, int direction, BitSet failing) {
        moveNumber++;
        touches = 0;
        changed = 0;
        var size = move.size();
        var by = direction * move.by();
        var start = by > 0 ? size - 1 : 0;
        var low = state.lowest[move.to(start)];
        var high = state.highest[move.to(start)];
        for (var place = start; place - by >= 0 && place - by < size; place -= by) {
            var from = move.to(place - by);
            put(state, move.to(place), state.lowest[from], state.highest[from]);
        }
        put(state, move.to(size - 1 - start), low, high);
        work += 3L + size + touches;
        mended = 0;
        broken = 0;
        for (var i = 0; i < touches; i++) {
            var fails = state.fails(touched[i]);
            mended += !fails && failing.get(touched[i]) ? 1 : 0;
            broken += fails && !failing.get(touched[i]) ? 1 : 0;
        }
    }

    private void put(TableSums state, int cell, long low, long high) {
        if (state.lowest[cell] == low && state.highest[cell] == high) {
            return;
        }
        changed++;
        for (var equation : state.equationsOf[cell]) {
            if (touchedBy[equation] != moveNumber) {
                touchedBy[equation] = moveNumber;
                if (touches == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * touches);
                }
                touched[touches++] = equation;
            }
        }
        state.set(cell, low, high);
    }

    private IntStream touched() {
        return Arrays.stream(touched, 0, touches);
    }

    private static BitSet setOf(List<Integer> numbers) {
        var set = new BitSet();
        numbers.forEach(set::set);
        return set;
    }

    /** What a move changes. The values are not moved yet. */
    private static Proposal changes(TableSums state, Move move) {
        var changes = new ArrayList<Change>();
        for (var place = 0; place < move.size(); place++) {
            var to = move.to(place);
            var from = move.from(place);
            if (state.lowest[to] != state.lowest[from] || state.highest[to] != state.highest[from]) {
                changes.add(new Change(
                        to, state.middle(from), state.cells.get(from).printed(), RepairKind.MOVED_CELL, new long[] {
                            state.lowest[from], state.highest[from]
                        }));
            }
        }
        return new Proposal(changes, MOVED);
    }

    /**
     * Two values that changed places, and runs of values that moved by one place, in the rows or columns across the
     * failing sums. They are tried one by one, because a long line has tens of thousands.
     *
     * @param loose also moves that mend a single sum
     * @param moves leaves the state as it was
     */
    private void forEachMove(TableSums state, List<Integer> failing, boolean loose, Consumer<Move> moves) {
        if (failing.size() > MOST_FAILING && state.cells.size() > CELLS_OF_SMALL_TABLE) {
            return;
        }
        var across = new HashMap<List<Object>, TreeSet<Integer>>();
        for (var equation : failing) {
            var kind = state.equations.get(equation).kind();
            if (!goesOn(200L * state.equations.get(equation).cells().length)) {
                return;
            }
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
                forEachMoveIn(state, state.items(places.first(), line.get(1).equals("row")), places, loose, moves);
            }
        });
    }

    private void forEachMoveIn(TableSums state, int[] line, Set<Integer> failing, boolean loose, Consumer<Move> moves) {
        var small = state.cells.size() <= CELLS_OF_SMALL_TABLE;
        var least = loose ? 1 : 2;
        var move = new Move(line);
        var fails = new int[line.length + 1];
        var suspect = new int[line.length + 1];
        for (var i = 0; i < line.length; i++) {
            fails[i + 1] = fails[i] + (failing.contains(line[i]) ? 1 : 0);
            suspect[i + 1] = suspect[i] + (suspects.get(line[i]) ? 1 : 0);
        }
        for (var i = 0; i < line.length; i++) {
            for (var j = i + 1; j < line.length; j++) {
                if (!goesOn(1)) {
                    return;
                }
                var ends = fails[i + 1] - fails[i] + fails[j + 1] - fails[j];
                if (ends >= least && !suspects.get(line[i]) && !suspects.get(line[j])) {
                    moves.accept(move.set(i, j, 0));
                }
                // A value that moves out of a sum that holds, or into one, breaks it, unless it is nearly the one that
                // it takes the place of. Of several that move together, some may.
                var isRun = j > i + 1 && suspect[j + 1] == suspect[i];
                if (isRun && (ends >= least || small && fails[j + 1] - fails[i] >= 2)) {
                    moves.accept(move.set(i, j, 1));
                    moves.accept(move.set(i, j, -1));
                }
            }
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
        var placesOf = new IdentityHashMap<Proposal, String>();
        byPlace.values()
                .forEach(proposal -> placesOf.put(proposal, proposal.places().toString()));
        var ranked = byPlace.values().stream()
                .sorted(Comparator.comparingDouble(Proposal::weight).reversed().thenComparing(placesOf::get))
                .toList();
        var certain = isWhole
                && !ranked.isEmpty()
                && ranked.get(0).weight() >= CERTAIN * all
                && ranked.get(0).isTelling()
                && cells.stream().allMatch(this::isDecidedBySums)
                && !ended;
        var sumsOfCells = new TreeSet<>(failing);
        for (var cell : cells) {
            Arrays.stream(printed.equationsOf[cell]).filter(printed::fails).forEach(sumsOfCells::add);
        }
        findings.add(new TableAudit.Finding(
                kind(cells),
                certain ? RepairCertainty.CERTAIN : RepairCertainty.UNDECIDED,
                cells.stream().map(this::place).toList(),
                sumsOfCells.stream()
                        .map(equation -> shown.computeIfAbsent(equation, number -> sum(printed, number)))
                        .toList(),
                repairs(ranked, all)));
    }

    /** What an odd number says can be read in several ways, so that only sums decide. */
    private boolean isDecidedBySums(int cell) {
        return sums.cells.get(cell).reading() != CellNotation.Reading.ODD || sums.equationsOf[cell].length > 0;
    }

    /** As many of the most plausible as a reader may want, at least one. */
    private List<TableAudit.Repair> repairs(List<Proposal> ranked, double all) {
        var repairs = new ArrayList<TableAudit.Repair>();
        var edits = 0;
        for (var proposal : ranked) {
            edits += proposal.changes().size();
            var isShown = proposal.weight() >= LEAST_PLAUSIBLE * ranked.get(0).weight()
                    && repairs.size() < MOST_REPAIRS
                    && edits <= Math.min(MOST_EDITS, editsLeft);
            if (!isShown && !repairs.isEmpty()) {
                break;
            }
            repairs.add(repair(proposal, all));
            editsLeft -= proposal.changes().size();
        }
        return repairs;
    }

    private static boolean isMove(Proposal proposal) {
        return proposal.changes().stream().anyMatch(change -> change.kind() == RepairKind.MOVED_CELL);
    }

    private static List<List<Long>> values(Proposal proposal) {
        return proposal.changes().stream()
                .sorted(Comparator.comparingInt(Change::cell))
                .map(change -> List.of((long) change.cell(), change.value()))
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
                change.text() != null ? change.text() : cell.notation().print(sums.amount(change.value())),
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
