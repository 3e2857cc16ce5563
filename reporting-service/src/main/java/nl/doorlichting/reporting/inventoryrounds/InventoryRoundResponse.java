package nl.doorlichting.reporting.inventoryrounds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inventory round (resultaatinventarisatie) as stored.
 *
 * @param projects ids (id of /v1/projects) of the projects that the round is to look into, each once; they are not
 *     checked; empty where none is named
 */
public record InventoryRoundResponse(
        UUID id,
        String programme,
        String code,
        String name,
        Period period,
        @Schema(nullable = true) String method,
        @Schema(nullable = true) String researcher,
        @Schema(nullable = true) String researcherOrganisationId,
        List<UUID> projects,
        String source,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {}
