package nl.doorlichting.reporting.publishedtables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.publishedtables.LineRole;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table as a document printed it (gepubliceerde tabel).
 *
 * @param code code of the table, unique in its programme, by which identities name it
 * @param title title of the table, as printed
 * @param unit unit of all figures, of roundedTo and of threshold, in words, as in EUR million
 * @param decimalSign decimal sign in print: a comma or a point; the other one groups thousands
 * @param decimals number of digits after the decimal sign of the figures in print
 * @param roundedTo the step to which figures are rounded, in the unit of the table, with at most two decimals, as in
 *     0.01; null where the figures are exact
 * @param threshold upper bound of what cells hide, in the unit of the table, with at most two decimals: a cell of
 *     {@code <} and a number, as in {@code <0,01}, stands for an amount from 0 up to this bound, or up to its own
 *     number where that is higher; a cell that hides its figure, as x or * does, for one from 0 up to this bound; where
 *     it is null, the number in the cell is the only bound, and x or * has none; n.b. and PM, which are not known, never
 *     have one
 * @param emptyBelowThreshold true where an empty cell may hide an amount up to threshold; false where an empty cell is
 *     0
 * @param columns the columns in order, without the one of the labels of rows; at least one
 * @param rows the rows in order, with their cells as printed; at least one
 * @param identities sums that hold between rows of this and of other tables of the programme; empty where none is
 *     stated
 * @param language language of title and labels, by its two letters: nl or en
 * @param reason why the version before was wrong, or why the table is withdrawn, in words; null in the first version
 * @param published whether this version is public
 * @param withdrawn whether the table is withdrawn, so that it is not audited
 * @param correctionPending whether the withdrawal of the public table waits for a reviewer
 * @param rejectedCorrection the last withdrawal of the public table that a reviewer decided on, where it was rejected; null
 *     where it was approved or there was none
 * @param createdAt moment at which this version was recorded
 * @param source where the table is written, in words: the document and its page or line
 */
public record PublishedTableResponse(
        UUID id,
        String programme,
        String code,
        String title,
        String unit,
        String decimalSign,
        int decimals,
        @Schema(nullable = true) BigDecimal roundedTo,
        @Schema(nullable = true) BigDecimal threshold,
        boolean emptyBelowThreshold,
        List<Column> columns,
        List<Row> rows,
        List<Identity> identities,
        String language,
        String source,
        @Schema(nullable = true) String reason,
        boolean published,
        boolean withdrawn,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        int version,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /** Every version of a published table, the oldest first. */
    @Schema(name = "PublishedTableHistory")
    public record History(List<PublishedTableResponse> items) {}

    /**
     * A column.
     *
     * @param label label of the column in print, each once in the table; it may be empty
     * @param role what the column is in the sums: a code of the codelist line-roles
     * @param group group of the column: a column with role SUBTOTAL is the sum of the items of its group; null where
     *     the column is in none
     * @param subtracted true where the column enters totals with a minus
     */
    @Schema(name = "PublishedTableColumn")
    public record Column(
            String label,
            LineRole role,
            @Schema(nullable = true) String group,
            boolean subtracted) {
        static Column from(PublishedTableRequest.Column column) {
            var line = column.line();
            return new Column(line.label(), line.role(), line.group(), line.subtracted());
        }
    }

    /**
     * A row.
     *
     * @param label label of the row in print; it may be empty
     * @param role what the row is in the sums: a code of the codelist line-roles
     * @param group group of the row, as the heading above its rows in print: a row with role SUBTOTAL is the sum of the
     *     items of its group; null where the row is in none
     * @param subtracted true where the row enters totals with a minus
     * @param cells the texts of the cells in print, one for each column, in their order; an empty text where nothing is
     *     printed
     * @param source where the row is written, in words: the document and its page or line; null where that is the
     *     source of the table
     */
    @Schema(name = "PublishedTableRow")
    public record Row(
            String label,
            LineRole role,
            @Schema(nullable = true) String group,
            boolean subtracted,
            List<String> cells,
            @Schema(nullable = true) String source) {
        static Row from(PublishedTableRequest.Row row) {
            var line = row.line();
            return new Row(line.label(), line.role(), line.group(), line.subtracted(), row.cells(), row.source());
        }
    }

    /**
     * Terms that add up to zero in each column that all their tables have, by its label.
     *
     * @param name what the identity says, in words
     * @param terms the terms that are added, with a minus where they are subtracted; at least two
     */
    @Schema(name = "PublishedTableIdentity")
    public record Identity(String name, List<Term> terms) {
        static Identity from(PublishedTableRequest.Identity identity) {
            return new Identity(
                    identity.name(), identity.terms().stream().map(Term::from).toList());
        }
    }

    /**
     * A row, or the sum of the items of a group or of the whole table.
     *
     * @param table code of a table of the programme, this one or another
     * @param group group of the row, or of the items that are added; null for any row with the label, or all items
     * @param row label of the row that is the term; null where the term is the sum of the items of the group, or of the
     *     table without a group
     * @param subtracted true where the term enters with a minus
     */
    @Schema(name = "PublishedTableTerm")
    public record Term(
            String table,
            @Schema(nullable = true) String group,
            @Schema(nullable = true) String row,
            boolean subtracted) {
        static Term from(PublishedTableRequest.Term term) {
            return new Term(term.table(), term.group(), term.row(), term.subtracted());
        }
    }

    static PublishedTableResponse from(
            UUID id,
            PublishedTableRequest table,
            String reason,
            boolean published,
            boolean withdrawn,
            boolean correctionPending,
            RejectedCorrection rejected,
            RecordWithdrawal withdrawal,
            int version,
            Instant createdAt,
            String recordedBy,
            String etag,
            List<String> allowedActions) {
        return new PublishedTableResponse(
                id,
                table.programme(),
                table.code(),
                table.title(),
                table.unit(),
                table.decimalSign(),
                table.decimals(),
                table.roundedTo(),
                table.threshold(),
                table.emptyBelowThreshold(),
                table.columns().stream().map(Column::from).toList(),
                table.rows().stream().map(Row::from).toList(),
                table.identities() == null
                        ? List.of()
                        : table.identities().stream().map(Identity::from).toList(),
                table.language(),
                table.source(),
                reason,
                published,
                withdrawn,
                correctionPending,
                rejected,
                withdrawal,
                version,
                createdAt,
                recordedBy,
                etag,
                allowedActions);
    }
}
