package nl.doorlichting.reporting.inventoryrounds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inventory round (resultaatinventarisatie) as stored.
 *
 * @param code natural id of the round within the programme
 * @param name name of the round
 * @param method how the round is done, in words; null where not stated
 * @param projects ids of the projects that the round is to look into
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
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }
}
