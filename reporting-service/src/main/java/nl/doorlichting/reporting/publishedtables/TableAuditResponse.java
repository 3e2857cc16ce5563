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
 * The audit of a published table: its sums recomputed, and what mends those that fail.
 *
 * @param tableId id of the table
 * @param table code of the table
 * @param sumsChecked number of sums of the table, and of identities with it, that were recomputed
 * @param explained sums that differ from print by no more than rounding and marks below a threshold explain
 * @param findings sums that nothing explains, and cells that are no regular number; empty where the table adds up
 */
public record TableAuditResponse(
        UUID tableId, String table, int sumsChecked, List<Sum> explained, List<Finding> findings) {

    /**
     * A sum, recomputed.
     *
     * @param kind what the sum runs over
     * @param table code of the table that has the sum
     * @param line label of the row or column that is added up, or name of the identity and label of the column
     * @param recomputed sum of the printed parts; null for an identity, and where a part is not readable
     * @param printed the total in print; null for an identity, and where it is not readable
     * @param difference recomputed less printed, for an identity what its terms add up to; null where a part is not
     *     readable
     * @param tolerance how far the difference may be from 0; null where a cell that is not readable has no bounds
     */
    @Schema(name = "TableAuditSum")
    public record Sum(
            TableSumKind kind,
            String table,
            String line,
            @Schema(nullable = true) BigDecimal recomputed,
            @Schema(nullable = true) BigDecimal printed,
            @Schema(nullable = true) BigDecimal difference,
            @Schema(nullable = true) BigDecimal tolerance) {
        static Sum from(TableAudit.Sum sum) {
            return new Sum(
                    sum.kind(),
                    sum.table(),
                    sum.line(),
                    sum.recomputed(),
                    sum.printed(),
                    sum.difference(),
                    sum.tolerance());
        }
    }

    /**
     * Something that a careful reader would ask about.
     *
     * @param kind what is wrong
     * @param certainty whether one repair stands out
     * @param cells the malformed cells; empty where the finding is about sums alone
     * @param sums the sums that fail
     * @param repairs changes that mend all these sums, the most plausible first; empty where no few changes do
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
     * @param table code of the table
     * @param row position of the row, from 0
     * @param column position of the column, from 0, without the one of the labels of rows
     * @param rowLabel label of the row
     * @param columnLabel label of the column
     * @param printed the text in print
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
     * @param plausibility share of this repair among all that mend the sums, 0 to 1
     * @param edits the changed cells
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
     * @param proposed the text that it would have
     * @param lowest the lowest value that the sums allow; null where they are not asked or set no bound
     * @param highest the highest value that the sums allow; null where they are not asked or set no bound
     * @param kind the error that made the printed text of the proposed one
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
                audit.findings().stream().map(Finding::from).toList());
    }
}
