package nl.doorlichting.reporting.inventoryreporttallies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.reporting.activity.RecordCorrection;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many reports on how many projects there are, as a source gives it; null means not stated.
 *
 * @param roundId id of the round of research; null for a programme as a whole
 * @param reports number of reports
 * @param projects number of projects that they are about
 * @param withBaseline number of the projects that were measured before the start; null where it is not stated
 * @param withSelfEvaluation number of the projects that evaluated themselves; null where it is not stated
 * @param withIndependentEvaluation number of the projects that others evaluated; null where it is not stated
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
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
