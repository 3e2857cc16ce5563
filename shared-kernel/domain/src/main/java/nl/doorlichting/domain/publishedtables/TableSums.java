package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
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

    /** Of so many malformed cells the text is asked what it may say. A table with more is no table of figures. */
    static final int MOST_MALFORMED = 250;

    /** Tables that identities connect can be many: what adds more cells to sums than this is not recalculated. */
    private static final int MOST_MEMBERS = 2_000_000;

    private static final int ROUNDS_OF_NARROWING = 8;
    private static final int SHIFTED_COUNT = 10;

    /** Names of lines that are no sums, in the languages of the tables. */
    private static final Pattern MEAN = Pattern.compile(
            "gemiddeld|\\bgem\\.|mediaan|median|average|\\bmean\\b|\\bper\\b|percentage|\\bperc\\.|%",
            Pattern.CASE_INSENSITIVE);

    /** @param notation of this cell: that of the table, or of its row or column */
    record Cell(
            PublishedTable table,
            int row,
            int column,
            CellNotation notation,
            CellNotation.Reading reading,
            BigDecimal value,
            String printed) {
        PublishedTable.Line rowLine() {
            return table.rows().get(row).line();
        }

        PublishedTable.Line columnLine() {
            return table.columns().get(column);
        }
    }

    /**
     * @param part the subtotal, or the column of an identity; null for a total
     * @param result the cell of the total, or -1 where an identity has none
     * @param cells ascending
     */
    record Equation(
            TableSumKind kind, PublishedTable table, String line, String part, int result, int[] cells, int[] signs) {
        /** Thousands of sums have the same long labels, so they are joined for those that are shown. */
        String name() {
            return part == null ? line : line + " / " + part;
        }
    }

    final List<Cell> cells;
    final List<Equation> equations;
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
    private final int shownDecimals;
    /** By identity: a table is large to compare. */
    private final Map<PublishedTable, Integer> firstCell;

    private final Set<PublishedTable> withNegatives;
    private final long[] halves;
    private int members;

    TableSums(List<PublishedTable> tables) {
        this(tables, table -> new LineNotations(table)::of);
    }

    /** @param notations of the cells of a table, by row and column */
    TableSums(
            List<PublishedTable> tables,
            Function<PublishedTable, BiFunction<Integer, Integer, CellNotation>> notations) {
        cells = new ArrayList<>();
        equations = new ArrayList<>();
        firstCell = new IdentityHashMap<>();
        withNegatives = Collections.newSetFromMap(new IdentityHashMap<>());
        tables.forEach(table -> addCells(table, notations.apply(table)));
        shownDecimals = tables.stream()
                .mapToInt(table -> table.notation().decimals())
                .max()
                .orElse(0);
        scale = 1
                + cells.stream()
                        .mapToInt(cell -> cell.notation().decimals())
                        .max()
                        .orElse(0);
        var count = cells.size();
        lowest = new long[count];
        highest = new long[count];
        face = new Long[count];
        halves = new long[count];
        var malformed = 0;
        for (var number = 0; number < count; number++) {
            var cell = cells.get(number);
            var rounded = cell.notation().roundedTo();
            malformed += cell.reading() == CellNotation.Reading.MALFORMED ? 1 : 0;
            halves[number] = rounded == null ? 0 : ticks(rounded) / 2;
            readInterval(number, malformed <= MOST_MALFORMED);
        }
        tables.forEach(this::addTotals);
        addIdentities(tables);
        var open = new int[count];
        equations.forEach(equation -> Arrays.stream(equation.cells()).forEach(cell -> open[cell]++));
        equationsOf = new int[count][];
        signsOf = new int[count][];
        Arrays.setAll(equationsOf, cell -> new int[open[cell]]);
        Arrays.setAll(signsOf, cell -> new int[open[cell]]);
        sumOfLowest = new long[equations.size()];
        sumOfHighest = new long[equations.size()];
        for (var number = equations.size() - 1; number >= 0; number--) {
            var equation = equations.get(number);
            for (var i = 0; i < equation.cells().length; i++) {
                var cell = equation.cells()[i];
                open[cell]--;
                equationsOf[cell][open[cell]] = number;
                signsOf[cell][open[cell]] = equation.signs()[i];
                add(number, equation.signs()[i], lowest[cell], highest[cell]);
            }
        }
    }

    private TableSums(TableSums other) {
        cells = other.cells;
        equations = other.equations;
        equationsOf = other.equationsOf;
        signsOf = other.signsOf;
        lowest = other.lowest.clone();
        highest = other.highest.clone();
        face = other.face;
        sumOfLowest = other.sumOfLowest.clone();
        sumOfHighest = other.sumOfHighest.clone();
        scale = other.scale;
        shownDecimals = other.shownDecimals;
        firstCell = other.firstCell;
        withNegatives = other.withNegatives;
        halves = other.halves;
    }

    TableSums copy() {
        return new TableSums(this);
    }

    private void addCells(PublishedTable table, BiFunction<Integer, Integer, CellNotation> notations) {
        firstCell.put(table, cells.size());
        for (var row = 0; row < table.rows().size(); row++) {
            for (var column = 0; column < table.columns().size(); column++) {
                var printed = table.rows().get(row).cells().get(column);
                var notation = notations.apply(row, column);
                var read = notation.read(printed);
                cells.add(new Cell(table, row, column, notation, read.reading(), read.value(), printed));
            }
        }
    }

    private void readInterval(int number, boolean asksMalformed) {
        var cell = cells.get(number);
        var notation = cell.notation();
        face[number] = cell.value() == null ? 0 : ticks(cell.value());
        var hidden = notation.threshold() == null ? UNBOUNDED : ticks(notation.threshold());
        switch (cell.reading()) {
            case EMPTY -> highest[number] = notation.emptyBelowThreshold() && hidden < UNBOUNDED ? hidden : 0;
            case BELOW_THRESHOLD -> highest[number] = ticks(notation.markedUpTo(cell.printed()));
            case NOT_SHOWN -> {
                lowest[number] = hidden == UNBOUNDED ? -UNBOUNDED : 0;
                highest[number] = hidden;
            }
            case NOT_KNOWN -> {
                lowest[number] = -UNBOUNDED;
                highest[number] = UNBOUNDED;
            }
            case NUMBER, ODD -> {
                lowest[number] = face[number] - half(number);
                highest[number] = face[number] + half(number);
            }
            case MALFORMED -> {
                lowest[number] = -UNBOUNDED;
                highest[number] = UNBOUNDED;
                face[number] = !asksMalformed
                        ? null
                        : notation.readings(cell.printed()).entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .map(reading -> ticks(reading.getKey()))
                                .orElse(null);
            }
        }
        if (face[number] != null && face[number] < 0) {
            withNegatives.add(cell.table());
        }
    }

    /** An odd number may have more decimals than a tick; what lies beyond does not matter. */
    long ticks(BigDecimal value) {
        return value.movePointRight(scale).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    BigDecimal amount(long ticks) {
        var amount = BigDecimal.valueOf(ticks, scale).stripTrailingZeros();
        return amount.scale() < shownDecimals ? amount.setScale(shownDecimals, RoundingMode.UNNECESSARY) : amount;
    }

    /** How far a figure in this cell may be from what it stands for. */
    long half(int cell) {
        return halves[cell];
    }

    /** From one figure that may stand in the cell to the next. */
    long step(int cell) {
        return ticks(cells.get(cell).notation().step());
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
        var totalColumns = totals(columns);
        var totalRows = totals(rows);
        var ofRows = new Lines(TableSumKind.ROW, rows, columns.size(), 1);
        var ofColumns = new Lines(TableSumKind.COLUMN, columns, 1, columns.size());
        totalColumns.forEach(total -> addSums(table, ofRows, total, !totalRows.isEmpty()));
        totalRows.forEach(total -> addSums(table, ofColumns, total, !totalColumns.isEmpty()));
    }

    /**
     * The rows of a table, or its columns.
     *
     * @param next from the first cell of a line to that of the next
     * @param step from one cell of a line to the next
     */
    private record Lines(TableSumKind kind, List<PublishedTable.Line> lines, int next, int step) {}

    /**
     * Adds a sum for each line that crosses a total.
     *
     * @param isCrossed whether the totals add up to a total themselves, so that one of them alone is no mean
     */
    private void addSums(PublishedTable table, Lines across, Total total, boolean isCrossed) {
        var sums = new ArrayList<Equation>();
        var means = new BitSet();
        var fails = false;
        for (var position = 0; position < across.lines().size(); position++) {
            var line = across.lines().get(position);
            if (line.role() != LineRole.APART) {
                var sum = sum(table, across, position, total);
                means.set(sums.size(), isMean(sum));
                fails |= !means.get(sums.size()) && !addsUp(sum);
                sums.add(sum);
            }
        }
        var hasMeans = !isCrossed || !fails && means.cardinality() > 1;
        for (var i = 0; i < sums.size(); i++) {
            if (!hasMeans || !means.get(i)) {
                members += sums.get(i).cells().length;
                equations.add(sums.get(i));
            }
        }
    }

    /**
     * A total or subtotal with the lines that it adds up.
     *
     * @param places the positions of these lines and its own, ascending
     */
    private record Total(PublishedTable.Line line, int position, int[] places, int[] signs) {}

    /** Those that have lines to add up. */
    private static List<Total> totals(List<PublishedTable.Line> lines) {
        var totals = new ArrayList<Total>();
        for (var position = 0; position < lines.size(); position++) {
            var total = lines.get(position);
            if (total.isSum()) {
                var own = position;
                var places = IntStream.range(0, lines.size())
                        .filter(place -> place == own || part(total, lines.get(place)) != 0)
                        .toArray();
                if (places.length > 1) {
                    var signs = Arrays.stream(places)
                            .map(place -> place == own ? -1 : part(total, lines.get(place)))
                            .toArray();
                    totals.add(new Total(total, position, places, signs));
                }
            }
        }
        return totals;
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

    private Equation sum(PublishedTable table, Lines across, int position, Total total) {
        var line = across.lines().get(position);
        var first = cell(table, 0, 0) + position * across.next();
        return new Equation(
                sumKind(line, across.kind()),
                table,
                line.label(),
                total.line().role() == LineRole.SUBTOTAL ? total.line().label() : null,
                first + total.position() * across.step(),
                Arrays.stream(total.places())
                        .map(place -> first + place * across.step())
                        .toArray(),
                total.signs());
    }

    private boolean addsUp(Equation sum) {
        var low = 0L;
        var high = 0L;
        for (var i = 0; i < sum.cells().length; i++) {
            var sign = sum.signs()[i];
            var cell = sum.cells()[i];
            low += sign * (sign > 0 ? lowest[cell] : highest[cell]);
            high += sign * (sign > 0 ? highest[cell] : lowest[cell]);
        }
        return low <= 0 && high >= 0;
    }

    /**
     * Whether the printed total of a line is the mean of its items, as of shares or marks, and no sum of them. A mean of ten
     * is a sum with its point shifted, so it is no mean without a name or a sign that says so.
     */
    private boolean isMean(Equation sum) {
        var total = cells.get(sum.result());
        if (total.value() == null) {
            return false;
        }
        var printed = face[sum.result()];
        var isShare = CellNotation.isPercentage(total.printed());
        var items = 0;
        var unreadable = 0;
        var atMost = 0;
        var atLeast = 0;
        var low = 0L;
        var high = 0L;
        for (var i = 0; i < sum.cells().length; i++) {
            var number = sum.cells()[i];
            var cell = cells.get(number);
            if (number == sum.result() || cell.reading() == CellNotation.Reading.EMPTY) {
                continue;
            }
            if (sum.signs()[i] < 0) {
                return false;
            }
            items++;
            isShare &= CellNotation.isPercentage(cell.printed());
            unreadable += cell.value() == null ? 1 : 0;
            atMost += cell.value() == null || face[number] <= printed ? 1 : 0;
            atLeast += cell.value() == null || face[number] >= printed ? 1 : 0;
            low += lowest[number];
            high += highest[number];
        }
        if (items < 2 || unreadable == 0 && addsUp(sum)) {
            return false;
        }
        // A mean is rounded to the last place of print, also where figures are exact.
        var half = Math.max(half(sum.result()), ticks(total.notation().unit()) / 2);
        var hasItsValue = unreadable == 0
                && items != SHIFTED_COUNT
                && items * (printed - half) <= high
                && items * (printed + half) >= low;
        return hasItsValue || atMost > 0 && atLeast > 0 && (isShare || isNamedMean(total));
    }

    private static boolean isNamedMean(Cell total) {
        return MEAN.matcher(total.rowLine().label()).find()
                || MEAN.matcher(total.columnLine().label()).find();
    }

    private void addIdentities(List<PublishedTable> tables) {
        var byCode = new HashMap<String, PublishedTable>();
        tables.forEach(table -> byCode.put(table.code(), table));
        for (var owner : tables) {
            for (var identity : owner.identities()) {
                // A table can be withdrawn, or its rows corrected.
                if (identity.terms().stream().allMatch(term -> byCode.containsKey(term.table()))) {
                    var rows = identity.terms().stream()
                            .map(term -> term.rows(byCode.get(term.table())))
                            .toList();
                    if (rows.stream().noneMatch(List::isEmpty)) {
                        addIdentity(owner, identity, byCode, rows);
                    }
                }
            }
        }
    }

    /** @param rows of each term */
    private void addIdentity(
            PublishedTable owner,
            PublishedTable.Identity identity,
            Map<String, PublishedTable> tables,
            List<List<Integer>> rows) {
        var cellsOfColumn = rows.stream().mapToInt(List::size).sum();
        for (var column : identity.columns(tables)) {
            if (members + cellsOfColumn > MOST_MEMBERS) {
                return;
            }
            var equation = new HashMap<Integer, Integer>();
            for (var i = 0; i < rows.size(); i++) {
                var term = identity.terms().get(i);
                var table = tables.get(term.table());
                var position = table.column(column);
                for (var row : rows.get(i)) {
                    var line = table.rows().get(row).line();
                    var sign = (term.subtracted() ? -1 : 1) * (term.row() == null ? line.sign() : 1);
                    equation.merge(cell(table, row, position), sign, Integer::sum);
                }
            }
            members += cellsOfColumn;
            addEquation(owner, identity.name(), column, equation);
        }
    }

    private void addEquation(PublishedTable table, String identity, String column, Map<Integer, Integer> equation) {
        var members = equation.keySet().stream()
                .filter(cell -> equation.get(cell) != 0)
                .sorted()
                .toList();
        equations.add(new Equation(
                TableSumKind.IDENTITY,
                table,
                identity,
                column,
                -1,
                members.stream().mapToInt(Integer::intValue).toArray(),
                members.stream().mapToInt(equation::get).toArray()));
    }

    /**
     * The sum of all cells.
     *
     * @param signedRows whether rows that are subtracted enter with a minus
     */
    PrintedFigure figure(boolean signedRows, boolean signedColumns) {
        var low = 0L;
        var high = 0L;
        var printed = 0L;
        var isReadable = true;
        var isBounded = true;
        var isRounded = true;
        for (var number = 0; number < cells.size(); number++) {
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
        return withNegatives.contains(table);
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
        for (var cell : equations.get(equation).cells()) {
            if (isUnbounded(cell)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the text of a cell may be an error by itself: no regular number. A whole number among decimals is one as the
     * notation of the table reads it, unless its sums allow another reading of its digits as well, or alone.
     */
    boolean isSuspect(int number) {
        var cell = cells.get(number);
        if (cell.reading() != CellNotation.Reading.ODD || cell.value().scale() > 0) {
            return cell.reading() == CellNotation.Reading.MALFORMED || cell.reading() == CellNotation.Reading.ODD;
        }
        var isChecked = Arrays.stream(equationsOf[number]).anyMatch(equation -> !hasUnbounded(equation));
        return !isChecked || isReadOtherwise(number);
    }

    private boolean isReadOtherwise(int number) {
        var cell = cells.get(number);
        var bounds = allowed(new int[] {number});
        var half = half(number);
        return bounds != null
                && PrintingErrors.originals(cell.notation(), cell.printed()).entrySet().stream()
                        .filter(original -> original.getValue().kind() == RepairKind.SHIFTED_DECIMAL)
                        .mapToLong(original -> ticks(original.getKey()))
                        .filter(other -> other != face[number])
                        .anyMatch(other -> other + half >= bounds[0][0] && other - half <= bounds[0][1]);
    }

    private int sign(int cell, int equation) {
        var place = Arrays.binarySearch(equationsOf[cell], equation);
        return place < 0 ? 0 : signsOf[cell][place];
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
