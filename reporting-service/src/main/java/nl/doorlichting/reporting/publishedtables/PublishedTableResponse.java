package nl.doorlichting.reporting.publishedtables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.publishedtables.LineRole;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table as a document printed it (gepubliceerde tabel).
 *
 * @param code code of the table, unique in its programme, by which identities name it
 * @param title title of the table
 * @param unit unit of all figures, of roundedTo and of threshold, in words, as in EUR million
 * @param decimalSign comma or point; the other one groups thousands
 * @param decimals number of decimals in print
 * @param roundedTo the step to which figures are rounded, in the unit of the table, as in 0.01; null where they are
 *     exact
 * @param threshold a cell in print of {@code <} and a number, as in {@code <0,01}, stands for an amount from 0 up to
 *     this, in the unit of the table, or up to its own number where that is higher; a cell that hides its figure, as x
 *     or * does, for one from 0 up to this; where it is null, the number in the cell is the only bound
 * @param emptyBelowThreshold whether an empty cell may hide an amount up to the threshold
 * @param columns the columns in order
 * @param rows the rows in order, with their cells as printed
 * @param identities sums that hold between rows of this and of other tables
 * @param reason why the version before was wrong, or why the table is withdrawn, in words; null in the first version
 * @param published whether this version is public
 * @param withdrawn whether the table is withdrawn, so that it is not audited
 * @param createdAt moment at which this version was recorded
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
        String source,
        @Schema(nullable = true) String reason,
        boolean published,
        boolean withdrawn,
        int version,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /** Every version of a published table, the oldest first. */
    @Schema(name = "PublishedTableHistory")
    public record History(List<PublishedTableResponse> items) {}

    /**
     * A column.
     *
     * @param label the label in print; it may be empty
     * @param role what the column is in the sums
     * @param group columns with the same group have a subtotal; null where it is in none
     * @param subtracted whether the column enters the total with a minus
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
     * @param label the label in print; it may be empty
     * @param role what the row is in the sums
     * @param group heading of the rows that belong together; null where it is in none
     * @param subtracted whether the row enters the total with a minus
     * @param cells the texts in print, one for each column; empty where nothing is printed
     * @param source where the row is written, in words; null where it is as the table
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
     * @param name name of the identity, in words
     * @param terms the rows that are added
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
     * @param table code of the table
     * @param group the group of the row, or of the items that are added; null for any
     * @param row label of the row; null where the items are added
     * @param subtracted whether the term enters with a minus
     */
    @Schema(name = "PublishedTableTerm")
    public record Term(
            String table,
            @Schema(nullable = true) String group,
            @Schema(nullable = true) String row,
            boolean subtracted) {
        static Term from(PublishedTableRequest.Term term) {
            return new Term(term.table(), term.group(), term.row(), Boolean.TRUE.equals(term.subtracted()));
        }
    }

    @Override
    public Object changingWithinVersion() {
        return this;
    }

    static PublishedTableResponse from(
            UUID id,
            PublishedTableRequest table,
            String reason,
            boolean published,
            boolean withdrawn,
            int version,
            Instant createdAt,
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
                Boolean.TRUE.equals(table.emptyBelowThreshold()),
                table.columns().stream().map(Column::from).toList(),
                table.rows().stream().map(Row::from).toList(),
                table.identities() == null
                        ? List.of()
                        : table.identities().stream().map(Identity::from).toList(),
                table.source(),
                reason,
                published,
                withdrawn,
                version,
                createdAt,
                etag,
                allowedActions);
    }
}
