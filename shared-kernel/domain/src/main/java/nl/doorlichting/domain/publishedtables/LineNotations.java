package nl.doorlichting.domain.publishedtables;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The notation of each cell of a table. A row or a column can have a number of decimals of its own: shares below counts, or
 * the mean beside them.
 */
final class LineNotations {
    private static final int MOST_DECIMALS = 6;
    private static final int NOT_ASKED = -2;
    /** Its numbers have several, or there is one number only. */
    private static final int NONE = -1;

    private final PublishedTable table;
    private final int[] ofRows;
    private final int[] ofColumns;

    LineNotations(PublishedTable table) {
        this.table = table;
        this.ofRows = new int[table.rows().size()];
        this.ofColumns = new int[table.columns().size()];
        Arrays.fill(ofRows, NOT_ASKED);
        Arrays.fill(ofColumns, NOT_ASKED);
    }

    CellNotation of(int row, int column) {
        var read = read(row, column);
        if (read.reading() != CellNotation.Reading.ODD) {
            return table.notation();
        }
        var decimals = read.value().scale();
        if (decimals > MOST_DECIMALS) {
            return table.notation();
        }
        return isApart(row, column) || ofRow(row) == decimals || ofColumn(column) == decimals
                ? table.notation().withDecimals(decimals)
                : table.notation();
    }

    /** No sum of the table tells how it prints its numbers. */
    private boolean isApart(int row, int column) {
        return table.rows().get(row).line().role() == LineRole.APART
                || table.columns().get(column).role() == LineRole.APART;
    }

    private int ofRow(int row) {
        if (ofRows[row] == NOT_ASKED) {
            ofRows[row] = common(IntStream.range(0, ofColumns.length)
                    .filter(column -> table.columns().get(column).role() != LineRole.APART)
                    .mapToObj(column -> read(row, column)));
        }
        return ofRows[row];
    }

    private int ofColumn(int column) {
        if (ofColumns[column] == NOT_ASKED) {
            ofColumns[column] = common(IntStream.range(0, ofRows.length)
                    .filter(row -> table.rows().get(row).line().role() != LineRole.APART)
                    .mapToObj(row -> read(row, column)));
        }
        return ofColumns[column];
    }

    /** The number of decimals of all numbers of a line but a bare zero. */
    private static int common(Stream<CellNotation.Cell> line) {
        var scales = line.filter(cell -> cell.value() != null)
                .filter(cell -> cell.value().signum() != 0 || cell.value().scale() != 0)
                .mapToInt(cell -> cell.value().scale())
                .toArray();
        return scales.length >= 2 && Arrays.stream(scales).distinct().count() == 1 ? scales[0] : NONE;
    }

    private CellNotation.Cell read(int row, int column) {
        return table.notation().read(table.rows().get(row).cells().get(column));
    }
}
