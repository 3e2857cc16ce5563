package nl.doorlichting.domain.publishedtables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table as a document printed it. Each cell is the text in print, so that a malformed one is kept.
 *
 * @param code names the table among those of its programme
 * @param columns the columns, without the one of the row labels; at most one is the total
 * @param rows the rows, each with a cell for each column; at most one is the total
 * @param identities sums over rows of this and of other tables
 */
public record PublishedTable(
        String code, CellNotation notation, List<Line> columns, List<Row> rows, List<Identity> identities) {
    public PublishedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        identities = List.copyOf(identities);
    }

    /**
     * The figure where rows and columns cross; empty where the table has none of these. A total that is not in print is the
     * sum of the items.
     *
     * @param group null for any
     * @param row label; null for the sum of the items of the group, and without a group for the total
     * @param column label; null for the total
     */
    public Optional<PrintedFigure> figure(String group, String row, String column) {
        var rowsOf = group == null && row == null
                ? totalOrItems(rows.stream().map(Row::line).toList())
                : new Term(code, group, row, false).rows(this);
        var columnsOf = column == null
                ? totalOrItems(columns)
                : IntStream.range(0, columns.size())
                        .filter(position -> columns.get(position).label().equals(column))
                        .boxed()
                        .toList();
        return rowsOf.isEmpty() || columnsOf.isEmpty()
                ? Optional.empty()
                : Optional.of(part(rowsOf, columnsOf).figure(row == null, column == null));
    }

    /** These cells alone, because a claim needs few of a large table. */
    private TableSums part(List<Integer> ofRows, List<Integer> ofColumns) {
        var cells = ofRows.stream()
                .map(rows::get)
                .map(row -> new Row(
                        row.line(), ofColumns.stream().map(row.cells()::get).toList()))
                .toList();
        var part = new PublishedTable(
                code, notation, ofColumns.stream().map(columns::get).toList(), cells, List.of());
        var notations = new LineNotations(this);
        return new TableSums(
                List.of(part), table -> (row, column) -> notations.of(ofRows.get(row), ofColumns.get(column)));
    }

    private static List<Integer> totalOrItems(List<Line> lines) {
        var total = positions(lines, LineRole.TOTAL);
        return total.isEmpty() ? positions(lines, LineRole.ITEM) : total;
    }

    private static List<Integer> positions(List<Line> lines, LineRole role) {
        return IntStream.range(0, lines.size())
                .filter(position -> lines.get(position).role() == role)
                .boxed()
                .toList();
    }

    /** The position of the column with this label that does not stand apart; -1 where there is none. */
    int column(String label) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).label().equals(label)
                        && columns.get(column).role() != LineRole.APART)
                .findFirst()
                .orElse(-1);
    }

    /**
     * A row or a column.
     *
     * @param group lines with the same group belong together: a subtotal is the sum of the items of its group; null
     *     where the line stands in no group
     * @param subtracted whether the line enters its total with a minus
     */
    public record Line(String label, LineRole role, String group, boolean subtracted) {
        int sign() {
            return subtracted ? -1 : 1;
        }

        boolean isSum() {
            return role == LineRole.TOTAL || role == LineRole.SUBTOTAL;
        }
    }

    public record Row(Line line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Terms that add up to zero in every column that all their tables have, by its label. Columns that stand apart are
     * left out.
     */
    public record Identity(String name, List<Term> terms) {
        public Identity {
            terms = List.copyOf(terms);
        }

        /**
         * The labels of the columns in which it holds.
         *
         * @param tables by code, all that its terms name
         */
        public List<String> columns(Map<String, PublishedTable> tables) {
            return tables.get(terms.get(0).table()).columns().stream()
                    .filter(column -> column.role() != LineRole.APART)
                    .map(Line::label)
                    .filter(label -> terms.stream()
                            .allMatch(term -> tables.get(term.table()).column(label) >= 0))
                    .toList();
        }
    }

    /**
     * A row of a table, or the sum of several.
     *
     * @param table code of the table
     * @param group the group of the row, or of the items that are added where no row is named; null for any
     * @param row label of the row; null for the sum of the items
     */
    public record Term(String table, String group, String row, boolean subtracted) {
        /** Whether a row of the table belongs to the term. */
        public boolean holds(Line line) {
            if (group != null && !group.equals(line.group())) {
                return false;
            }
            return row == null ? line.role() == LineRole.ITEM : row.equals(line.label());
        }

        /** The positions of its rows in its table. */
        public List<Integer> rows(PublishedTable of) {
            return IntStream.range(0, of.rows().size())
                    .filter(position -> holds(of.rows().get(position).line()))
                    .boxed()
                    .toList();
        }
    }
}
