package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Looks for the fewest changes after which the sums of a table that fail hold. */
final class SumRepairs {
    private final TableSums sums;
    private final BitSet suspects;
    private final SearchLimit limit;
    private final CellChanges cells;
    private final ValueMoves moves;
    private final TableFindings findings;
    private int moveTrials;

    SumRepairs(
            TableSums sums,
            BitSet suspects,
            SearchLimit limit,
            CellChanges cells,
            ValueMoves moves,
            TableFindings findings) {
        this.sums = sums;
        this.suspects = suspects;
        this.limit = limit;
        this.cells = cells;
        this.moves = moves;
        this.findings = findings;
    }

    /**
     * Looks for what mends the sums that fail.
     *
     * @param reported those that stand in a finding already
     */
    void repair(Set<Integer> reported) {
        var failing = new ArrayList<>(sums.failing());
        failing.removeAll(reported);
        // A row of which values moved fails in columns that have no cell in common, so it is looked for first.
        limit.search(limit.work() + (SearchLimit.MOST_WORK - limit.work()) / 2, 1);
        for (var moved = mostMending(failing); !moved.isEmpty(); moved = mostMending(failing)) {
            var slipped = besideLostValue(moved, failing);
            var repairs = slipped.isEmpty() ? moved : slipped;
            var mended = new TreeSet<>(failing);
            mended.removeAll(moves.failingAfter(repairs.get(0), failing));
            // Of very many moves, one mends two sums by coincidence.
            var isWhole = moveTrials <= SearchLimit.MOST_TRIALS && (!slipped.isEmpty() || !leavesEndOpen(moved.get(0)));
            findings.add(List.of(), mended, repairs, isWhole);
            failing.removeAll(mended);
            moves.move(repairs.get(0));
        }
        // A row that slipped may be among what was not tried.
        var movesAreWhole = !limit.hasEnded();
        var components = componentsOf(failing);
        for (var i = 0; i < components.size(); i++) {
            limit.search(SearchLimit.MOST_WORK, components.size() - i);
            var fewest = fewest(components.get(i));
            findings.add(List.of(), components.get(i), fewest, movesAreWhole);
        }
        findings.doubtMovesBesideOtherErrors();
    }

    /**
     * The same moves with the value that fell off the end of the row: the place that it left empty at its other end comes
     * there. That is one error, however many sums it breaks. None where nothing fell off, or no value mends what is left.
     */
    private List<Proposal> besideLostValue(List<Proposal> moved, List<Integer> failing) {
        var found = new Proposal.Found(limit);
        for (var move : moved) {
            var before = moves.move(move);
            for (var end : move.changes()) {
                var open = failingOf(end.cell());
                if (!open.isEmpty() && isEmpty(end) && limit.goesOn(CellChanges.WORK_OF_TRIAL)) {
                    var lost = lost(end.cell(), open).map(value -> value.inPlaceOf(move));
                    moves.move(before);
                    var slipped = lost.filter(value -> failing.containsAll(moves.failingAfter(value, failing)));
                    moves.move(move);
                    if (slipped.isPresent()) {
                        found.add(slipped.get());
                        found.addAll(besideOtherCell(move, end.cell(), open));
                    }
                }
            }
            moves.move(before);
        }
        return found.proposals();
    }

    private List<Integer> failingOf(int cell) {
        return Arrays.stream(sums.equationsOf[cell]).filter(sums::fails).boxed().toList();
    }

    /** Whether a place becomes empty and its sums fail, so that a value is missing there that they do not tell. */
    private boolean leavesEndOpen(Proposal moved) {
        var before = moves.move(moved);
        var leaves = moved.changes().stream()
                .filter(this::isEmpty)
                .anyMatch(end -> !failingOf(end.cell()).isEmpty());
        moves.move(before);
        return leaves;
    }

    private boolean isEmpty(Proposal.Change change) {
        var notation = sums.cells.get(change.cell()).notation();
        return change.text() != null && notation.read(change.text()).reading() == CellNotation.Reading.EMPTY;
    }

    /** The value of this cell that its failing sums want; the total of the row may have moved into the row and be lost too. */
    private Optional<Proposal> lost(int cell, List<Integer> open) {
        var bounds = sums.allowed(new int[] {cell});
        if (bounds != null) {
            return Optional.of(new Proposal(List.of(missing(cell, bounds[0])), PrintingErrors.MISSING));
        }
        for (var equation : open) {
            var total = sums.equations.get(equation).result();
            if (sums.equations.get(equation).kind() == TableSumKind.ROW && !suspects.get(total)) {
                var both = sums.allowed(new int[] {cell, total});
                if (both != null && sums.lowest[total] <= both[0][1] && sums.highest[total] >= both[0][0]) {
                    var moved = new Proposal.Change(
                            cell,
                            sums.middle(total),
                            sums.cells.get(total).printed(),
                            RepairKind.MOVED_CELL,
                            new long[] {sums.lowest[total], sums.highest[total]});
                    return Optional.of(new Proposal(List.of(moved, missing(total, both[1])), PrintingErrors.MISSING));
                }
            }
        }
        return Optional.empty();
    }

    private Proposal.Change missing(int cell, long[] bounds) {
        return new Proposal.Change(cell, cells.middle(cell, bounds), null, RepairKind.MISSING_CELL, bounds);
    }

    /** The values moved and nothing fell off: a sum that is left may fail because of any of its cells. */
    private List<Proposal> besideOtherCell(Proposal move, int end, List<Integer> left) {
        return cells.cells(left, 1).stream()
                .filter(other -> !other.places().contains(end))
                .map(other -> other.inPlaceOf(move))
                .toList();
    }

    /** Moves that mend the largest set of sums, of two or more, where no single cell does. */
    private List<Proposal> mostMending(List<Integer> failing) {
        if (failing.size() < 2) {
            return List.of();
        }
        var fails = ValueMoves.setOf(failing);
        var most = new BitSet();
        var best = new Proposal.Found(limit);
        moves.forEachMove(failing, false, move -> {
            moves.shift(move, 1, fails);
            moveTrials += moves.changed() > 0 ? 1 : 0;
            var isBest = false;
            if (moves.broken() == 0 && moves.mended() >= 2 && moves.mended() >= most.cardinality()) {
                var now = new BitSet();
                moves.touched()
                        .filter(equation -> fails.get(equation) && !sums.fails(equation))
                        .forEach(now::set);
                if (moves.mended() > most.cardinality()) {
                    most.clear();
                    most.or(now);
                    best.clear();
                }
                isBest = now.equals(most);
            }
            moves.shift(move, -1, fails);
            if (isBest) {
                best.add(moves.changes(move));
            }
        });
        if (most.isEmpty() || !cells.cells(most.stream().boxed().toList(), 1).isEmpty()) {
            return List.of();
        }
        return best.proposals();
    }

    /** Failing sums that have a cell in common belong together. */
    private List<List<Integer>> componentsOf(List<Integer> failing) {
        var cellsOf = new int[sums.equations.size()][];
        failing.forEach(
                equation -> cellsOf[equation] = sums.equations.get(equation).cells());
        return Groups.joined(failing, cellsOf, sums.cells.size());
    }

    private List<Proposal> fewest(List<Integer> failing) {
        for (var changes = 1; changes <= TableAuditor.MOST_CHANGES; changes++) {
            var found = exactly(failing, changes);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Proposal> exactly(List<Integer> failing, int changes) {
        if (changes == 0) {
            return failing.isEmpty() ? List.of(new Proposal(List.of(), 1)) : List.of();
        }
        if (failing.isEmpty()) {
            return List.of();
        }
        var found = new Proposal.Found(limit);
        found.addAll(cells.cells(failing, changes));
        var small = moves.isSmallTable();
        var loose = changes <= 2 && small;
        if (changes > 2 && !small) {
            return found.proposals();
        }
        var fails = ValueMoves.setOf(failing);
        moves.forEachMove(failing, loose, move -> {
            moves.shift(move, 1, fails);
            if (moves.changed() > 0) {
                limit.trial();
            }
            var left = failing.size() - moves.mended() + moves.broken();
            var after = List.<Integer>of();
            var goesOn = changes == 1 ? left == 0 : small ? moves.mended() > 0 : left + 2 <= failing.size();
            if (goesOn) {
                after = IntStream.concat(failing.stream().mapToInt(Integer::intValue), moves.touched())
                        .filter(sums::fails)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList();
            }
            moves.shift(move, -1, fails);
            if (goesOn) {
                var moved = moves.changes(move);
                moves.shift(move, 1, fails);
                exactly(after, changes - 1).forEach(proposal -> found.add(proposal.inPlaceOf(moved)));
                moves.shift(move, -1, fails);
            }
        });
        return found.proposals();
    }
}
