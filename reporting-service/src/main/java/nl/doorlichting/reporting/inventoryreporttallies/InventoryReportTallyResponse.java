package nl.doorlichting.reporting.inventoryreporttallies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many reports on how many projects there are, as a source gives it; a number that is null is not stated, which is
 * not 0.
 */
public record InventoryReportTallyResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID roundId,
        int reports,
        int projects,
        @Schema(nullable = true) Integer withBaseline,
        @Schema(nullable = true) Integer withSelfEvaluation,
        @Schema(nullable = true) Integer withIndependentEvaluation,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
