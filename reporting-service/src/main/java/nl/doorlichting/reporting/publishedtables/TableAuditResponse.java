package nl.doorlichting.reporting.publishedtables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.publishedtables.RepairCertainty;
import nl.doorlichting.domain.publishedtables.RepairKind;
import nl.doorlichting.domain.publishedtables.TableAudit;
import nl.doorlichting.domain.publishedtables.TableFindingKind;
import nl.doorlichting.domain.publishedtables.TableSumKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The audit of a published table: its sums recalculated, and what mends those that fail.
 *
 * @param tableId id of the table that is audited (id of /v1/published-tables)
 * @param table code of the table that is audited
 * @param sumsChecked number of sums that were recalculated: those of the table, and those of identities that it is in
 * @param explained sums that differ from print by no more than rounding and marks below a threshold explain; empty
 *     where there are none
 * @param findings sums that nothing explains, and cells that are no regular number; empty where the table adds up and
 *     has no such cell
 * @param danglingIdentities names of the identities of the table that are not checked, because a table, a row or a column
 *     that they name was withdrawn or corrected away; empty where all are checked
 */
public record TableAuditResponse(
        UUID tableId,
        String table,
        int sumsChecked,
        List<Sum> explained,
        List<Finding> findings,
        List<String> danglingIdentities) {

    /**
     * A sum, recalculated.
     *
     * @param kind what the sum runs over: a code of the codelist table-sum-kinds
     * @param table code of the table that has the sum or states the identity
     * @param line label of the row or column that is added up, followed by a slash and the label of the subtotal where
     *     it is one; of an identity its name, a slash and the label of the column
     * @param recalculated sum of the printed parts, in the unit of the table; null for an identity, and where a part is
     *     not readable
     * @param printed the total in print, in the unit of the table; null for an identity, and where it is not readable
     * @param difference recalculated minus printed, for an identity what its terms add up to, in the unit of the table;
     *     null where a part is not readable
     * @param tolerance how far the difference may be from 0 because of rounding and marks, in the unit of the table;
     *     null where a cell that is not readable has no bounds
     */
    @Schema(name = "TableAuditSum")
    public record Sum(
            TableSumKind kind,
            String table,
            String line,
            @Schema(nullable = true) BigDecimal recalculated,
            @Schema(nullable = true) BigDecimal printed,
            @Schema(nullable = true) BigDecimal difference,
            @Schema(nullable = true) BigDecimal tolerance) {
        static Sum from(TableAudit.Sum sum) {
            return new Sum(
                    sum.kind(),
                    sum.table(),
                    sum.line(),
                    sum.recalculated(),
                    sum.printed(),
                    sum.difference(),
                    sum.tolerance());
        }
    }

    /**
     * Something that a careful reader would ask about.
     *
     * @param kind what is wrong: a code of the codelist table-finding-kinds
     * @param certainty whether one repair stands out, a code of the codelist repair-certainties: CERTAIN where the
     *     first has 97 % or more of the plausibility of all
     * @param cells the cells that are no number, or have an odd count of decimals; empty where the finding is about
     *     sums alone
     * @param sums the sums that fail; empty where the finding is about cells alone
     * @param repairs changes that mend all sums of the finding, the most plausible first; empty where no change of few
     *     cells does
     */
    @Schema(name = "TableAuditFinding")
    public record Finding(
            TableFindingKind kind, RepairCertainty certainty, List<Cell> cells, List<Sum> sums, List<Repair> repairs) {
        static Finding from(TableAudit.Finding finding) {
            return new Finding(
                    finding.kind(),
                    finding.certainty(),
                    finding.cells().stream().map(Cell::from).toList(),
                    finding.sums().stream().map(Sum::from).toList(),
                    finding.repairs().stream().map(Repair::from).toList());
        }
    }

    /**
     * Where a cell is.
     *
     * @param table code of the table that the cell is in
     * @param row position of the row among the rows of the table, 0 for the first
     * @param column position of the column among the columns of the table, 0 for the first, without the one of the
     *     labels of rows
     * @param rowLabel label of the row in print; it may be empty
     * @param columnLabel label of the column in print; it may be empty
     * @param printed the text of the cell in print; empty where nothing is printed
     */
    @Schema(name = "TableAuditCell")
    public record Cell(String table, int row, int column, String rowLabel, String columnLabel, String printed) {
        static Cell from(TableAudit.Cell cell) {
            return new Cell(
                    cell.table(), cell.row(), cell.column(), cell.rowLabel(), cell.columnLabel(), cell.printed());
        }
    }

    /**
     * Changes that together mend all sums of the finding.
     *
     * @param plausibility share of this repair in the plausibility of all that mend the sums, from 0 to 1, rounded to
     *     three decimals
     * @param edits the cells that the repair changes; at least one
     */
    @Schema(name = "TableAuditRepair")
    public record Repair(BigDecimal plausibility, List<Edit> edits) {
        static Repair from(TableAudit.Repair repair) {
            return new Repair(
                    BigDecimal.valueOf(repair.plausibility()).setScale(3, RoundingMode.HALF_UP),
                    repair.edits().stream().map(Edit::from).toList());
        }
    }

    /**
     * One changed cell.
     *
     * @param cell the cell as it is in print: its table, its position and its printed text, which proposed replaces
     * @param proposed the text that the cell would have instead, in the notation of the table
     * @param lowest the lowest value that the sums allow for the cell, in the unit of the table; null where they are
     *     not asked or set no bound
     * @param highest the highest value that the sums allow for the cell, in the unit of the table; null where they are
     *     not asked or set no bound
     * @param kind the error that made the printed text of the proposed one: a code of the codelist repair-kinds
     */
    @Schema(name = "TableAuditEdit")
    public record Edit(
            Cell cell,
            String proposed,
            @Schema(nullable = true) BigDecimal lowest,
            @Schema(nullable = true) BigDecimal highest,
            RepairKind kind) {
        static Edit from(TableAudit.Edit edit) {
            return new Edit(Cell.from(edit.cell()), edit.proposed(), edit.lowest(), edit.highest(), edit.kind());
        }
    }

    static TableAuditResponse from(UUID id, String code, TableAudit audit) {
        return new TableAuditResponse(
                id,
                code,
                audit.sums(),
                audit.explained().stream().map(Sum::from).toList(),
                audit.findings().stream().map(Finding::from).toList(),
                audit.dangling());
    }
}
