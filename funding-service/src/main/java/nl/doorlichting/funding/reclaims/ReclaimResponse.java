package nl.doorlichting.funding.reclaims;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim for what was paid of an award without right to it (terugvordering), as stored.
 *
 * @param amount what is claimed back, in euros
 * @param dueOn last day to pay it back; null where none is set
 * @param reasons why it is claimed back, in words
 */
public record ReclaimResponse(
        UUID id,
        UUID awardId,
        String organisationId,
        Money amount,
        @Schema(nullable = true) LocalDate dueOn,
        String reasons,
        Instant createdAt,
        String createdBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
