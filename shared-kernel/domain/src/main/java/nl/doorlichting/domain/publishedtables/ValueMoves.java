package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Values that moved to other columns of their row, or other rows of their column. */
final class ValueMoves {
    /** In larger tables a moved row must by itself mend two sums. */
    private static final int CELLS_OF_SMALL_TABLE = 400;
    /** Where more sums fail, the table is no table that adds up. */
    private static final int MOST_FAILING = 40;

    private static final double MOVED = 0.2;

    /**
     * Two values of a line that change places, or a run of them that moves by one place, the last one to the other end.
     * One object stands for all moves of a line in turn, because there are too many for the memory.
     */
    static final class Move {
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

    private final TableSums sums;
    private final BitSet suspects;
    private final SearchLimit limit;
    /** How many cells the last move changed, and how many sums it mended and broke. */
    private int changed;

    private int mended;
    private int broken;
    /** The sums of these cells, each once, and of each sum the last move that touched it. */
    private int[] touched = new int[64];

    private int touches;
    private final int[] touchedBy;
    private int moveNumber;

    /** @param suspects malformed and odd cells, whose values are not known to move */
    ValueMoves(TableSums sums, BitSet suspects, SearchLimit limit) {
        this.sums = sums;
        this.suspects = suspects;
        this.limit = limit;
        this.touchedBy = new int[sums.equations.size()];
    }

    /** How many cells the last move changed. */
    int changed() {
        return changed;
    }

    /** How many of the failing sums hold after the last move. */
    int mended() {
        return mended;
    }

    /** How many other sums fail after the last move. */
    int broken() {
        return broken;
    }

    boolean isSmallTable() {
        return sums.cells.size() <= CELLS_OF_SMALL_TABLE;
    }

    /**
     * Two values that changed places, and runs of values that moved by one place, in the rows or columns across the
     * failing sums. They are tried one by one, because a long line has tens of thousands.
     *
     * @param loose also moves that mend a single sum
     * @param moves leaves the sums as they were
     */
    void forEachMove(List<Integer> failing, boolean loose, Consumer<Move> moves) {
        if (failing.size() > MOST_FAILING && !isSmallTable()) {
            return;
        }
        var across = new HashMap<List<Object>, TreeSet<Integer>>();
        for (var equation : failing) {
            var kind = sums.equations.get(equation).kind();
            if (!limit.goesOn(200L * sums.equations.get(equation).cells().length)) {
                return;
            }
            for (var number : sums.equations.get(equation).cells()) {
                var cell = sums.cells.get(number);
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
                forEachMoveIn(sums.items(places.first(), line.get(1).equals("row")), places, loose, moves);
            }
        });
    }

    private void forEachMoveIn(int[] line, Set<Integer> failing, boolean loose, Consumer<Move> moves) {
        var small = isSmallTable();
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
                if (!limit.goesOn(1)) {
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

    /**
     * Moves the values in place, and counts the sums that it mends and breaks.
     *
     * @param direction 1, or -1 to undo the move
     */
    void shift(Move move, int direction, BitSet failing) {
        moveNumber++;
        touches = 0;
        changed = 0;
        var size = move.size();
        var by = direction * move.by();
        var start = by > 0 ? size - 1 : 0;
        var low = sums.lowest[move.to(start)];
        var high = sums.highest[move.to(start)];
        for (var place = start; place - by >= 0 && place - by < size; place -= by) {
            var from = move.to(place - by);
            put(move.to(place), sums.lowest[from], sums.highest[from]);
        }
        put(move.to(size - 1 - start), low, high);
        limit.spend(3L + size + touches);
        mended = 0;
        broken = 0;
        for (var i = 0; i < touches; i++) {
            var fails = sums.fails(touched[i]);
            mended += !fails && failing.get(touched[i]) ? 1 : 0;
            broken += fails && !failing.get(touched[i]) ? 1 : 0;
        }
    }

    private void put(int cell, long low, long high) {
        if (sums.lowest[cell] == low && sums.highest[cell] == high) {
            return;
        }
        changed++;
        for (var equation : sums.equationsOf[cell]) {
            if (touchedBy[equation] != moveNumber) {
                touchedBy[equation] = moveNumber;
                if (touches == touched.length) {
                    touched = Arrays.copyOf(touched, 2 * touches);
                }
                touched[touches++] = equation;
            }
        }
        sums.set(cell, low, high);
    }

    /** The sums of the cells that the last move changed, each once. */
    IntStream touched() {
        return Arrays.stream(touched, 0, touches);
    }

    static BitSet setOf(List<Integer> numbers) {
        var set = new BitSet();
        numbers.forEach(set::set);
        return set;
    }

    /** What a move changes. The values are not moved yet. */
    Proposal changes(Move move) {
        var changes = new ArrayList<Proposal.Change>();
        for (var place = 0; place < move.size(); place++) {
            var to = move.to(place);
            var from = move.from(place);
            if (sums.lowest[to] != sums.lowest[from] || sums.highest[to] != sums.highest[from]) {
                changes.add(new Proposal.Change(
                        to, sums.middle(from), sums.cells.get(from).printed(), RepairKind.MOVED_CELL, new long[] {
                            sums.lowest[from], sums.highest[from]
                        }));
            }
        }
        return new Proposal(changes, MOVED);
    }

    /** Sets the cells, and returns what they were before. */
    Proposal move(Proposal moved) {
        var before = new ArrayList<Proposal.Change>();
        for (var change : moved.changes()) {
            var cell = change.cell();
            before.add(new Proposal.Change(
                    cell, 0, null, change.kind(), new long[] {sums.lowest[cell], sums.highest[cell]}));
            sums.set(cell, change.bounds()[0], change.bounds()[1]);
        }
        return new Proposal(before, 1);
    }

    /** Those of these sums, and of the sums of the cells, that fail once the cells are changed. */
    List<Integer> failingAfter(Proposal moved, List<Integer> failing) {
        var touched = new TreeSet<>(failing);
        for (var change : moved.changes()) {
            Arrays.stream(sums.equationsOf[change.cell()]).forEach(touched::add);
        }
        // Sums that fail elsewhere are no matter of this move, unless it touches them.
        var before = move(moved);
        touched.removeIf(equation -> !sums.fails(equation));
        move(before);
        return List.copyOf(touched);
    }
}
