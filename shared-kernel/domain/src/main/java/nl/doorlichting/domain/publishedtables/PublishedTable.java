package nl.doorlichting.domain.publishedtables;

import java.util.List;

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
    }
}
