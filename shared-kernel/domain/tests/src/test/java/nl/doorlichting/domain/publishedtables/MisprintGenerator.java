package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Tables that add up, as honest rounding prints them, and the same tables with seeded errors of print. */
final class MisprintGenerator {
    enum Layout {
        ROWS_AND_COLUMNS,
        COLUMNS,
        ROWS
    }

    enum Style {
        COUNTS,
        ROUNDED,
        WITH_MARKS
    }

    enum Fault {
        LOST_SIGN,
        SWAPPED_DIGITS,
        SHIFTED_DECIMAL,
        MISSING_CELL,
        DROPPED_DIGIT,
        DOUBLED_DIGIT,
        MISTYPED_DIGIT,
        THOUSANDS_SIGN,
        MALFORMED,
        SWAPPED_CELLS,
        SLIPPED_ROW,
        /** A value fell off the end. */
        SLIPPED_OUT
    }

    private static final Set<Fault> MOVES = Set.of(Fault.SWAPPED_CELLS, Fault.SLIPPED_ROW, Fault.SLIPPED_OUT);

    /** A table in print, that can be changed. */
    static final class Print {
        final CellNotation notation;
        final List<PublishedTable.Line> columns;
        final List<PublishedTable.Line> rows;
        final String[][] cells;
        final Layout layout;

        Print(CellNotation notation, Layout layout, int rows, int columns) {
            this.notation = notation;
            this.layout = layout;
            this.rows = lines("r", rows, layout != Layout.ROWS);
            this.columns = lines("c", columns, layout != Layout.COLUMNS);
            this.cells = new String[this.rows.size()][this.columns.size()];
        }

        private static List<PublishedTable.Line> lines(String name, int items, boolean total) {
            var lines = new ArrayList<PublishedTable.Line>();
            for (var i = 0; i < items; i++) {
                lines.add(new PublishedTable.Line(name + i, LineRole.ITEM, null, false));
            }
            if (total) {
                lines.add(new PublishedTable.Line("total", LineRole.TOTAL, null, false));
            }
            return lines;
        }

        PublishedTable table() {
            var printed = new ArrayList<PublishedTable.Row>();
            for (var i = 0; i < rows.size(); i++) {
                printed.add(new PublishedTable.Row(rows.get(i), Arrays.asList(cells[i])));
            }
            return new PublishedTable("T", notation, columns, printed, List.of());
        }

        Print copy() {
            var copy = new Print(notation, layout, 0, 0, rows, columns);
            for (var i = 0; i < cells.length; i++) {
                copy.cells[i] = cells[i].clone();
            }
            return copy;
        }

        private Print(
                CellNotation notation,
                Layout layout,
                int ignoredRows,
                int ignoredColumns,
                List<PublishedTable.Line> rows,
                List<PublishedTable.Line> columns) {
            this.notation = notation;
            this.layout = layout;
            this.rows = rows;
            this.columns = columns;
            this.cells = new String[rows.size()][];
        }

        int number(int row, int column) {
            return row * columns.size() + column;
        }

        private int items() {
            return (int) columns.stream()
                    .filter(line -> line.role() == LineRole.ITEM)
                    .count();
        }
    }

    private final Random random;

    MisprintGenerator(Random random) {
        this.random = random;
    }

    Print table(Layout layout, Style style) {
        return table(layout, style, 3 + random.nextInt(10), 2 + random.nextInt(5));
    }

    Print table(Layout layout, Style style, int rows, int columns) {
        var decimals = style == Style.COUNTS ? 0 : random.nextInt(3);
        var unit = BigDecimal.ONE.movePointLeft(decimals);
        var threshold = style == Style.WITH_MARKS ? unit.multiply(BigDecimal.valueOf(5)) : null;
        var notation = new CellNotation(
                random.nextBoolean() ? ',' : '.', decimals, style == Style.COUNTS ? null : unit, threshold, false);
        var print = new Print(notation, layout, rows, columns);
        var negatives = random.nextInt(3) == 0;
        var magnitude = 2 + random.nextInt(3);
        var values = new BigDecimal[rows][columns];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                values[row][column] = value(style, unit, magnitude, negatives && random.nextInt(10) == 0);
            }
        }
        for (var row = 0; row < print.rows.size(); row++) {
            for (var column = 0; column < print.columns.size(); column++) {
                var sum = BigDecimal.ZERO;
                for (var r = row < rows ? row : 0; r < (row < rows ? row + 1 : rows); r++) {
                    for (var c = column < columns ? column : 0; c < (column < columns ? column + 1 : columns); c++) {
                        sum = sum.add(values[r][c]);
                    }
                }
                print.cells[row][column] = print(notation, sum);
            }
        }
        return print;
    }

    private BigDecimal value(Style style, BigDecimal unit, int magnitude, boolean negative) {
        if (random.nextInt(12) == 0) {
            return BigDecimal.ZERO;
        }
        var size = Math.pow(10, magnitude * (0.4 + 0.6 * random.nextDouble()));
        var value = BigDecimal.valueOf(1 + random.nextDouble() * size).multiply(unit);
        var kept = style == Style.COUNTS ? value.setScale(0, RoundingMode.DOWN) : value.setScale(6, RoundingMode.DOWN);
        return negative ? kept.negate() : kept;
    }

    private static String print(CellNotation notation, BigDecimal value) {
        if (value.signum() == 0) {
            return "";
        }
        if (notation.threshold() != null && value.signum() > 0 && value.compareTo(notation.threshold()) < 0) {
            return "<" + notation.print(notation.threshold());
        }
        var text = notation.print(value);
        var point = notation.decimals() == 0 ? text.length() : text.length() - notation.decimals() - 1;
        var grouped = new StringBuilder(text);
        for (var i = point - 3; i > (text.startsWith("-") ? 1 : 0); i -= 3) {
            grouped.insert(i, notation.decimalSign() == ',' ? '.' : ',');
        }
        return grouped.toString();
    }

    /** Puts a fault into a table, and gives the numbers of the cells that changed; null where this table has no place for it. */
    List<Integer> misprint(Print print, Fault fault) {
        for (var attempt = 0; attempt < 40; attempt++) {
            var row = random.nextInt(print.rows.size());
            var column = random.nextInt(print.columns.size());
            var before = print.copy();
            var done = MOVES.contains(fault) ? moved(print, fault, row) : changed(print, fault, row, column);
            if (done) {
                var cells = new ArrayList<Integer>();
                for (var r = 0; r < print.cells.length; r++) {
                    for (var c = 0; c < print.cells[r].length; c++) {
                        if (!print.cells[r][c].equals(before.cells[r][c])) {
                            cells.add(print.number(r, c));
                        }
                    }
                }
                if (!cells.isEmpty()) {
                    return cells;
                }
            }
        }
        return null;
    }

    private boolean moved(Print print, Fault fault, int row) {
        var items = print.items();
        var cells = print.cells[row];
        if (fault == Fault.SWAPPED_CELLS) {
            var i = random.nextInt(items - 1);
            var kept = cells[i];
            cells[i] = cells[i + 1];
            cells[i + 1] = kept;
            return true;
        }
        if (fault == Fault.SLIPPED_OUT) {
            return slippedOut(cells, items);
        }
        var from = random.nextInt(items);
        var until = from + 1 + random.nextInt(items - from);
        if (until - from < 2) {
            return false;
        }
        // The values stand one place to the left, as when a column was skipped.
        var first = cells[from];
        for (var i = from; i < until - 1; i++) {
            cells[i] = cells[i + 1];
        }
        cells[until - 1] = first;
        return true;
    }

    /** The whole row stands one place to the left or to the right, and its last or first place is empty. */
    private boolean slippedOut(String[] cells, int items) {
        if (items < 3) {
            return false;
        }
        if (random.nextBoolean()) {
            System.arraycopy(cells, 1, cells, 0, items - 1);
            cells[items - 1] = "";
            return true;
        }
        System.arraycopy(cells, 0, cells, 1, items - 1);
        cells[0] = "";
        return true;
    }

    private boolean changed(Print print, Fault fault, int row, int column) {
        var text = print.cells[row][column];
        var read = print.notation.read(text);
        if (read.reading() != CellNotation.Reading.NUMBER) {
            return false;
        }
        var wrong = wrong(print.notation, text, read.value(), fault);
        if (wrong == null || wrong.equals(text) || print.notation.hasOtherDecimalSign(wrong)) {
            return false;
        }
        print.cells[row][column] = wrong;
        return true;
    }

    private String wrong(CellNotation notation, String text, BigDecimal value, Fault fault) {
        var sign = notation.decimalSign();
        var plain = notation.print(value);
        var places = new ArrayList<Integer>();
        for (var i = 0; i < plain.length(); i++) {
            if (Character.isDigit(plain.charAt(i))) {
                places.add(i);
            }
        }
        var at = random.nextInt(places.size());
        int place = places.get(at);
        return switch (fault) {
            case LOST_SIGN -> text.startsWith("-") ? text.substring(1) : "-" + text;
            case SWAPPED_DIGITS -> {
                if (at + 1 >= places.size()) {
                    yield null;
                }
                int other = places.get(at + 1);
                var swapped = new StringBuilder(plain);
                swapped.setCharAt(place, plain.charAt(other));
                swapped.setCharAt(other, plain.charAt(place));
                yield swapped.toString();
            }
            case SHIFTED_DECIMAL -> {
                if (notation.decimals() == 0) {
                    yield value.remainder(BigDecimal.TEN).signum() == 0
                            ? notation.print(value.movePointLeft(1))
                            : notation.print(value.movePointRight(1));
                }
                var shifted = random.nextBoolean() ? value.movePointLeft(1) : value.movePointRight(1);
                // Either all digits are kept, or the usual number of decimals.
                yield random.nextBoolean() ? shifted.toPlainString().replace('.', sign) : notation.print(shifted);
            }
            case MISSING_CELL -> "";
            case DROPPED_DIGIT -> places.size() < 2 ? null : plain.substring(0, place) + plain.substring(place + 1);
            case DOUBLED_DIGIT -> plain.substring(0, place) + plain.charAt(place) + plain.substring(place);
            case MISTYPED_DIGIT ->
                plain.substring(0, place) + (char) ('0' + random.nextInt(10)) + plain.substring(place + 1);
            case THOUSANDS_SIGN -> {
                var group = sign == ',' ? '.' : ',';
                yield text.indexOf(group) < 0 || notation.decimals() > 0 ? null : text.replace(group, sign);
            }
            case MALFORMED ->
                switch (random.nextInt(4)) {
                    case 0 -> notation.decimals() == 0 ? null : plain.replace(sign, ' ');
                    case 1 -> notation.decimals() == 0 ? null : plain.replace("" + sign, "" + sign + sign);
                    case 2 -> plain.substring(0, place) + "?" + plain.substring(place + 1);
                    default ->
                        plain.indexOf('0') >= 0
                                ? plain.replace('0', 'O')
                                : plain.indexOf('1') >= 0 ? plain.replace('1', 'l') : null;
                };
            case SWAPPED_CELLS, SLIPPED_ROW, SLIPPED_OUT -> null;
        };
    }
}
