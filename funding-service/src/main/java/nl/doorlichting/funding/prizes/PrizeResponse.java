package nl.doorlichting.funding.prizes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A prize that was won. Null where that is not known.
 *
 * @param year year in which it was won
 * @param name name of the prize
 * @param amount money that went with it, in euros; null where not known
 */
public record PrizeResponse(
        UUID id,
        String programme,
        int year,
        String name,
        @Schema(nullable = true) String winner,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) Money amount,
        @Schema(nullable = true) String why,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
