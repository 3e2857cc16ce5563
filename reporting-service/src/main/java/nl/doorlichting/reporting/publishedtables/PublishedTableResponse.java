package nl.doorlichting.reporting.publishedtables;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A table as a document printed it (gepubliceerde tabel).
 *
 * @param code code of the table, unique in its programme, by which identities name it
 * @param title title of the table
 * @param unit unit of the figures, in words, as in EUR million
 * @param decimalSign comma or point; the other one groups thousands
 * @param decimals number of decimals in print
 * @param roundedTo the unit to which figures are rounded, as in 0.01; null where they are exact
 * @param threshold a mark such as &lt;0,01 stands for an amount from 0 up to this; null where the table has no such
 *     threshold
 * @param emptyBelowThreshold whether an empty cell may hide an amount up to the threshold
 * @param columns the columns in order
 * @param rows the rows in order, with their cells as printed
 * @param identities sums that hold between rows of this and of other tables
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
        List<PublishedTableRequest.Column> columns,
        List<PublishedTableRequest.Row> rows,
        List<PublishedTableRequest.Identity> identities,
        String source,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }

    static PublishedTableResponse from(
            UUID id, PublishedTableRequest table, Instant createdAt, String etag, List<String> allowedActions) {
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
                table.columns(),
                table.rows(),
                Objects.requireNonNullElse(table.identities(), List.of()),
                table.source(),
                createdAt,
                etag,
                allowedActions);
    }
}
