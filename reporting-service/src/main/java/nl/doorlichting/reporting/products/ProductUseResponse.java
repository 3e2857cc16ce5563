package nl.doorlichting.reporting.products;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often a product was used in one period.
 *
 * @param productId id of the product (id of /v1/products) that was used
 * @param period days of the count; no other count of the product shares one of them
 * @param approvedBy subject of the token that approved the count, or its last correction or withdrawal; null where no
 *     reviewer did
 * @param awaitsReview true where the count is no part of the use yet, because it was recorded while the product was
 *     public: it waits for a reviewer (POST /v1/products/{id}/uses/{useId}/correction-approval)
 * @param correctionPending whether a correction or a withdrawal of the count waits for a reviewer, because the product is
 *     public; false for a caller that is neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the count that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
 */
public record ProductUseResponse(
        UUID id,
        UUID productId,
        Period period,
        Quantity use,
        String source,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) String approvedBy,
        boolean awaitsReview,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
