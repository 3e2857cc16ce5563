package nl.doorlichting.reporting.inventoryreporttallies;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many reports on how many projects there are, as a source gives it; null means not stated.
 *
 * @param reports how many reports
 * @param projects how many projects they are about
 * @param withBaseline how many of the projects measured before the start; null where not stated
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
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
