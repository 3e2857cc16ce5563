package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an audit of a published table found.
 *
 * @param sums number of sums that were recalculated
 * @param explained sums that differ from print by no more than rounding and marks below a threshold explain
 * @param findings what nothing explains, and cells that are no regular number
 * @param dangling names of the identities of the table that are not checked, because a table, a row or a column that they name
 *     is not there any more
 */
public record TableAudit(int sums, List<Sum> explained, List<Finding> findings, List<String> dangling) {
    public TableAudit {
        dangling = List.copyOf(dangling);
        explained = List.copyOf(explained);
        findings = List.copyOf(findings);
    }

    /**
     * A sum, recalculated.
     *
     * @param table code of the table
     * @param line label of the row or column that is added up, or name of the identity and label of the column
     * @param recalculated sum of the printed parts; null for an identity, or where a part is not readable
     * @param printed the total in print; null for an identity, or where it is not readable
     * @param difference recalculated less printed, for an identity what its terms add up to; null where not readable
     * @param tolerance how far the difference may be from zero
     */
    public record Sum(
            TableSumKind kind,
            String table,
            String line,
            BigDecimal recalculated,
            BigDecimal printed,
            BigDecimal difference,
            BigDecimal tolerance) {}

    /**
     * @param cells the malformed or odd cells; empty where the finding is about sums alone
     * @param sums the sums that fail
     * @param repairs the most plausible first; empty where no few changes mend the sums
     */
    public record Finding(
            TableFindingKind kind, RepairCertainty certainty, List<Cell> cells, List<Sum> sums, List<Repair> repairs) {
        public Finding {
            cells = List.copyOf(cells);
            sums = List.copyOf(sums);
            repairs = List.copyOf(repairs);
        }

        /** The same, with other repairs possible than those that were found. */
        Finding undecided() {
            return new Finding(kind, RepairCertainty.UNDECIDED, cells, sums, repairs);
        }
    }

    /**
     * Where a cell is. Row and column count from 0, and the column of the row labels does not count.
     *
     * @param table code of the table
     */
    public record Cell(String table, int row, int column, String rowLabel, String columnLabel, String printed) {}

    /**
     * Changes that together mend all sums of the finding.
     *
     * @param plausibility share of this repair among all that mend the sums, 0 to 1
     */
    public record Repair(List<Edit> edits, double plausibility) {
        public Repair {
            edits = List.copyOf(edits);
        }
    }

    /**
     * One changed cell.
     *
     * @param proposed the text that the cell would have
     * @param lowest the lowest value that the sums allow; null where they set no bound
     * @param highest the highest value that the sums allow; null where they set no bound
     */
    public record Edit(Cell cell, String proposed, BigDecimal lowest, BigDecimal highest, RepairKind kind) {}
}
