package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The cells of some tables, and every sum over them as an equation that adds up to zero. A cell is an interval of what
 * it may stand for: a rounded figure is half a unit wide on either side, a mark reaches from zero to its threshold, a
 * count is itself. An equation fails if no values inside the intervals satisfy it.
 *
 * <p>All amounts are counted in ticks of a tenth of the smallest printed unit, so that half a unit is a whole number.
 */
final class TableSums {
    /** Far beyond any printed figure, and still a long when thousands are added. */
    static final long UNBOUNDED = 1_000_000_000_000_000L;

    private static final int ROUNDS_OF_NARROWING = 8;

    record Cell(PublishedTable table, int row, int column, CellNotation.Reading reading, String printed) {
        PublishedTable.Line rowLine() {
            return table.rows().get(row).line();
        }

        PublishedTable.Line columnLine() {
            return table.columns().get(column);
        }
    }

    /** @param result the cell of the total, or -1 where an identity has none */
    record Equation(TableSumKind kind, PublishedTable table, String name, int result, int[] cells, int[] signs) {}

    final List<Cell> cells = new ArrayList<>();
    final List<Equation> equations = new ArrayList<>();
    /** Of each cell, the equations that it is in. */
    final int[][] equationsOf;

    final int[][] signsOf;
    final long[] lowest;
    final long[] highest;
    /** What the text says at face value: an empty cell, or a mark, is nothing. Null where it says nothing. */
    final Long[] face;

    private final long[] sumOfLowest;
    private final long[] sumOfHighest;
    private final int scale;
    /** By identity: a table is large to compare. */
    private final Map<PublishedTable, Integer> firstCell = new IdentityHashMap<>();

    TableSums(List<PublishedTable> tables) {
        scale = 1
                + tables.stream()
                        .mapToInt(table -> table.notation().decimals())
                        .max()
                        .orElse(0);
        for (var table : tables) {
            firstCell.put(table, cells.size());
            for (var row = 0; row < table.rows().size(); row++) {
                for (var column = 0; column < table.columns().size(); column++) {
                    var printed = table.rows().get(row).cells().get(column);
                    cells.add(new Cell(
                            table, row, column, table.notation().read(printed).reading(), printed));
                }
            }
        }
        lowest = new long[cells.size()];
        highest = new long[cells.size()];
        face = new Long[cells.size()];
        for (var cell = 0; cell < cells.size(); cell++) {
            readInterval(cell);
        }
        tables.forEach(this::addTotals);
        for (var table : tables) {
            table.identities().forEach(identity -> addIdentity(table, identity));
        }
        var count = new int[cells.size()];
        equations.forEach(equation -> Arrays.stream(equation.cells()).forEach(cell -> count[cell]++));
        equationsOf = new int[cells.size()][];
        signsOf = new int[cells.size()][];
        Arrays.setAll(equationsOf, cell -> new int[count[cell]]);
        Arrays.setAll(signsOf, cell -> new int[count[cell]]);
        sumOfLowest = new long[equations.size()];
        sumOfHighest = new long[equations.size()];
        for (var number = equations.size() - 1; number >= 0; number--) {
            var equation = equations.get(number);
            for (var i = 0; i < equation.cells().length; i++) {
                var cell = equation.cells()[i];
                count[cell]--;
                equationsOf[cell][count[cell]] = number;
                signsOf[cell][count[cell]] = equation.signs()[i];
                add(number, equation.signs()[i], lowest[cell], highest[cell]);
            }
        }
    }

    private TableSums(TableSums other) {
        cells.addAll(other.cells);
        equations.addAll(other.equations);
        equationsOf = other.equationsOf;
        signsOf = other.signsOf;
        lowest = other.lowest.clone();
        highest = other.highest.clone();
        face = other.face;
        sumOfLowest = other.sumOfLowest.clone();
        sumOfHighest = other.sumOfHighest.clone();
        scale = other.scale;
        firstCell.putAll(other.firstCell);
    }

    TableSums copy() {
        return new TableSums(this);
    }

    private void readInterval(int number) {
        var cell = cells.get(number);
        var notation = cell.table().notation();
        var read = notation.read(cell.printed());
        face[number] = read.value() == null ? 0 : ticks(read.value());
        var hidden = notation.threshold() == null ? UNBOUNDED : ticks(notation.threshold());
        switch (cell.reading()) {
            case EMPTY -> highest[number] = notation.emptyBelowThreshold() && hidden < UNBOUNDED ? hidden : 0;
            case BELOW_THRESHOLD -> highest[number] = ticks(notation.markedUpTo(cell.printed()));
            case NOT_SHOWN -> {
                lowest[number] = hidden == UNBOUNDED ? -UNBOUNDED : 0;
                highest[number] = hidden;
            }
            case NUMBER, ODD -> {
                lowest[number] = ticks(read.value()) - half(number);
                highest[number] = ticks(read.value()) + half(number);
            }
            case MALFORMED -> {
                lowest[number] = -UNBOUNDED;
                highest[number] = UNBOUNDED;
                face[number] = notation.readings(cell.printed()).entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(reading -> ticks(reading.getKey()))
                        .orElse(null);
            }
        }
    }

    /** An odd number may have more decimals than a tick; what lies beyond does not matter. */
    long ticks(BigDecimal value) {
        return value.movePointRight(scale).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    BigDecimal amount(long ticks) {
        var amount = BigDecimal.valueOf(ticks, scale).stripTrailingZeros();
        return amount.scale() < scale - 1 ? amount.setScale(scale - 1, RoundingMode.UNNECESSARY) : amount;
    }

    /** How far a figure in this cell may be from what it stands for. */
    long half(int cell) {
        var rounded = cells.get(cell).table().notation().roundedTo();
        return rounded == null ? 0 : ticks(rounded) / 2;
    }

    long unit(int cell) {
        return ticks(cells.get(cell).table().notation().unit());
    }

    private int cell(PublishedTable table, int row, int column) {
        return firstCell.get(table) + row * table.columns().size() + column;
    }

    /** The items of the row, or of the column, that a cell stands in. */
    int[] items(int number, boolean ofRow) {
        var cell = cells.get(number);
        var table = cell.table();
        if (ofRow) {
            return IntStream.range(0, table.columns().size())
                    .filter(column -> table.columns().get(column).role() == LineRole.ITEM)
                    .map(column -> cell(table, cell.row(), column))
                    .toArray();
        }
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.rows().get(row).line().role() == LineRole.ITEM)
                .map(row -> cell(table, row, cell.column()))
                .toArray();
    }

    private void addTotals(PublishedTable table) {
        var rows = table.rows().stream().map(PublishedTable.Row::line).toList();
        var columns = table.columns();
        for (var row = 0; row < rows.size(); row++) {
            for (var total = 0; total < columns.size(); total++) {
                if (rows.get(row).role() != LineRole.APART && isSum(columns.get(total))) {
                    var equation = new HashMap<Integer, Integer>();
                    for (var column = 0; column < columns.size(); column++) {
                        put(equation, cell(table, row, column), part(columns.get(total), columns.get(column)));
                    }
                    addSum(
                            table,
                            sumKind(rows.get(row), TableSumKind.ROW),
                            rows.get(row),
                            columns.get(total),
                            cell(table, row, total),
                            equation);
                }
            }
        }
        for (var column = 0; column < columns.size(); column++) {
            for (var total = 0; total < rows.size(); total++) {
                if (columns.get(column).role() != LineRole.APART && isSum(rows.get(total))) {
                    var equation = new HashMap<Integer, Integer>();
                    for (var row = 0; row < rows.size(); row++) {
                        put(equation, cell(table, row, column), part(rows.get(total), rows.get(row)));
                    }
                    addSum(
                            table,
                            sumKind(columns.get(column), TableSumKind.COLUMN),
                            columns.get(column),
                            rows.get(total),
                            cell(table, total, column),
                            equation);
                }
            }
        }
    }

    private static boolean isSum(PublishedTable.Line line) {
        return line.role() == LineRole.TOTAL || line.role() == LineRole.SUBTOTAL;
    }

    private static TableSumKind sumKind(PublishedTable.Line line, TableSumKind kind) {
        return line.role() == LineRole.TOTAL ? TableSumKind.GRAND_TOTAL : kind;
    }

    /** With which sign a line enters a sum; 0 if it does not. */
    private static int part(PublishedTable.Line total, PublishedTable.Line line) {
        var enters = line.role() == LineRole.ITEM
                && (total.role() == LineRole.TOTAL
                        || total.group() != null && total.group().equals(line.group()));
        return enters ? line.sign() : 0;
    }

    private static void put(Map<Integer, Integer> equation, int cell, int sign) {
        if (sign != 0) {
            equation.merge(cell, sign, Integer::sum);
        }
    }

    private void addSum(
            PublishedTable table,
            TableSumKind kind,
            PublishedTable.Line line,
            PublishedTable.Line total,
            int result,
            Map<Integer, Integer> equation) {
        if (!equation.isEmpty()) {
            put(equation, result, -1);
            var name = total.role() == LineRole.SUBTOTAL ? line.label() + " / " + total.label() : line.label();
            addEquation(table, kind, name, result, equation);
        }
    }

    private void addIdentity(PublishedTable owner, PublishedTable.Identity identity) {
        var tables = new HashMap<String, PublishedTable>();
        firstCell.keySet().forEach(table -> tables.put(table.code(), table));
        // A table can be withdrawn, or its rows corrected.
        if (!identity.terms().stream()
                .allMatch(term -> tables.containsKey(term.table())
                        && !term.rows(tables.get(term.table())).isEmpty())) {
            return;
        }
        for (var column : identity.columns(tables)) {
            var equation = new HashMap<Integer, Integer>();
            for (var term : identity.terms()) {
                var table = tables.get(term.table());
                for (var row : term.rows(table)) {
                    var line = table.rows().get(row).line();
                    var sign = (term.subtracted() ? -1 : 1) * (term.row() == null ? line.sign() : 1);
                    put(equation, cell(table, row, table.column(column)), sign);
                }
            }
            addEquation(owner, TableSumKind.IDENTITY, identity.name() + " / " + column, -1, equation);
        }
    }

    private void addEquation(
            PublishedTable table, TableSumKind kind, String name, int result, Map<Integer, Integer> equation) {
        var members = equation.keySet().stream()
                .filter(cell -> equation.get(cell) != 0)
                .sorted()
                .toList();
        equations.add(new Equation(
                kind,
                table,
                name,
                result,
                members.stream().mapToInt(Integer::intValue).toArray(),
                members.stream().mapToInt(equation::get).toArray()));
    }

    /**
     * The sum of the cells where these rows and columns of the first table cross.
     *
     * @param signedRows whether rows that are subtracted enter with a minus
     */
    PrintedFigure figure(List<Integer> rows, boolean signedRows, List<Integer> columns, boolean signedColumns) {
        var table = cells.get(0).table();
        var low = 0L;
        var high = 0L;
        var printed = 0L;
        var isReadable = true;
        var isBounded = true;
        var isRounded = true;
        for (var row : rows) {
            for (var column : columns) {
                var number = cell(table, row, column);
                var sign = (signedRows ? cells.get(number).rowLine().sign() : 1)
                        * (signedColumns ? cells.get(number).columnLine().sign() : 1);
                var reading = cells.get(number).reading();
                low += sign > 0 ? lowest[number] : -highest[number];
                high += sign > 0 ? highest[number] : -lowest[number];
                isReadable &= face[number] != null && reading != CellNotation.Reading.MALFORMED;
                printed += face[number] == null ? 0 : sign * face[number];
                isBounded &= !isUnbounded(number);
                isRounded &= reading == CellNotation.Reading.NUMBER
                        || reading == CellNotation.Reading.ODD
                        || lowest[number] == highest[number];
            }
        }
        return new PrintedFigure(
                isReadable ? amount(printed) : null,
                isBounded ? amount(low) : null,
                isBounded ? amount(high) : null,
                isRounded);
    }

    private void add(int equation, int sign, long low, long high) {
        sumOfLowest[equation] += sign * (sign > 0 ? low : high);
        sumOfHighest[equation] += sign * (sign > 0 ? high : low);
    }

    void set(int cell, long low, long high) {
        for (var i = 0; i < equationsOf[cell].length; i++) {
            add(equationsOf[cell][i], signsOf[cell][i], low - lowest[cell], high - highest[cell]);
        }
        lowest[cell] = low;
        highest[cell] = high;
    }

    boolean fails(int equation) {
        return sumOfLowest[equation] > 0 || sumOfHighest[equation] < 0;
    }

    List<Integer> failing() {
        var failing = new ArrayList<Integer>();
        for (var equation = 0; equation < equations.size(); equation++) {
            if (fails(equation)) {
                failing.add(equation);
            }
        }
        return failing;
    }

    boolean isUnbounded(int cell) {
        return highest[cell] - lowest[cell] >= UNBOUNDED;
    }

    long middle(int cell) {
        return Math.floorDiv(lowest[cell] + highest[cell], 2);
    }

    /** How far the figures in print are from adding up at face value; null where one is not readable. */
    Long printedDifference(int equation) {
        var sum = 0L;
        var members = equations.get(equation);
        for (var i = 0; i < members.cells().length; i++) {
            var value = face[members.cells()[i]];
            if (value == null) {
                return null;
            }
            sum += members.signs()[i] * value;
        }
        return sum;
    }

    /** Whether a cell of this table is printed with a minus. */
    boolean hasNegatives(PublishedTable table) {
        var first = firstCell.get(table);
        var until = first + table.rows().size() * table.columns().size();
        for (var cell = first; cell < until; cell++) {
            if (face[cell] != null && face[cell] < 0) {
                return true;
            }
        }
        return false;
    }

    /** How far the middles of what the cells stand for are from adding up. */
    long difference(int equation) {
        var sum = 0L;
        var members = equations.get(equation);
        for (var i = 0; i < members.cells().length; i++) {
            sum += members.signs()[i] * middle(members.cells()[i]);
        }
        return sum;
    }

    /** How far they may be from it because of rounding and marks. */
    long tolerance(int equation) {
        return (sumOfHighest[equation] - sumOfLowest[equation]) / 2;
    }

    /** The variance of the difference, in square ticks: each figure is anywhere in its interval. */
    double variance(int equation) {
        var variance = 0.0;
        for (var cell : equations.get(equation).cells()) {
            var half = (highest[cell] - lowest[cell]) / 2.0;
            variance += half * half / 3;
        }
        return variance;
    }

    boolean hasUnbounded(int equation) {
        return Arrays.stream(equations.get(equation).cells()).anyMatch(this::isUnbounded);
    }

    private int sign(int cell, int equation) {
        for (var i = 0; i < equationsOf[cell].length; i++) {
            if (equationsOf[cell][i] == equation) {
                return signsOf[cell][i];
            }
        }
        return 0;
    }

    boolean isIn(int cell, int equation) {
        return sign(cell, equation) != 0;
    }

    /**
     * What these cells may stand for if all equations that they are in hold: lowest and highest of each. Null where no
     * values satisfy them.
     */
    long[][] allowed(int[] free) {
        var bounds = new long[free.length][];
        Arrays.setAll(bounds, i -> new long[] {-UNBOUNDED, UNBOUNDED});
        var narrowed = true;
        for (var round = 0; narrowed && round < ROUNDS_OF_NARROWING; round++) {
            narrowed = false;
            for (var i = 0; i < free.length; i++) {
                for (var k = 0; k < equationsOf[free[i]].length; k++) {
                    narrowed |= narrow(free, bounds, i, equationsOf[free[i]][k], signsOf[free[i]][k]);
                }
                if (bounds[i][0] > bounds[i][1]) {
                    return null;
                }
            }
        }
        return bounds;
    }

    private boolean narrow(int[] free, long[][] bounds, int i, int equation, int sign) {
        var low = sumOfLowest[equation];
        var high = sumOfHighest[equation];
        for (var j = 0; j < free.length; j++) {
            var other = j == i ? sign : sign(free[j], equation);
            if (other != 0) {
                low -= other > 0 ? other * lowest[free[j]] : other * highest[free[j]];
                high -= other > 0 ? other * highest[free[j]] : other * lowest[free[j]];
                if (j != i) {
                    low += other > 0 ? other * bounds[j][0] : other * bounds[j][1];
                    high += other > 0 ? other * bounds[j][1] : other * bounds[j][0];
                }
            }
        }
        // sign * x is between -high and -low.
        var from = sign > 0 ? -Math.floorDiv(high, sign) : -Math.floorDiv(-low, -sign);
        var until = sign > 0 ? Math.floorDiv(-low, sign) : Math.floorDiv(high, -sign);
        var narrowed = from > bounds[i][0] || until < bounds[i][1];
        bounds[i][0] = Math.max(bounds[i][0], from);
        bounds[i][1] = Math.min(bounds[i][1], until);
        return narrowed;
    }
}
