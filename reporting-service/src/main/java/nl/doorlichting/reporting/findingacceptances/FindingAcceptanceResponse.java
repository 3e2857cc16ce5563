package nl.doorlichting.reporting.findingacceptances;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a finding of reports/data-quality is known and stays.
 *
 * @param findingId id of the finding
 * @param reason why the data stays as it is, in words
 * @param acceptedAt moment of the acceptance
 * @param acceptedBy subject of the token of the person who accepted the finding
 * @param withdrawnAt moment from which it no longer holds; null while it holds
 * @param withdrawnBy subject of the token of the person who withdrew it; null while it holds
 * @param withdrawalReason why it no longer holds, in words; null while it holds
 */
public record FindingAcceptanceResponse(
        UUID id,
        String programme,
        UUID findingId,
        String reason,
        Instant acceptedAt,
        String acceptedBy,
        @Schema(nullable = true) Instant withdrawnAt,
        @Schema(nullable = true) String withdrawnBy,
        @Schema(nullable = true) String withdrawalReason,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
