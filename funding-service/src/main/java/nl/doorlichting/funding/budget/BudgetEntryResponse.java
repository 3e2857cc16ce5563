package nl.doorlichting.funding.budget;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry on a budget line as stored; it never changes.
 *
 * @param kind what the entry does to the budget of its line
 * @param amount in euros; a correction has the opposite sign of what it corrects
 * @param destination where reallocated money went, as printed; null for other kinds
 * @param reallocationReason why money was moved; null for other kinds
 * @param corrects entry that this one corrects; null for others
 * @param awardId the award that the service itself booked this for; null for a recorded entry
 */
public record BudgetEntryResponse(
        UUID id,
        String programme,
        UUID lineId,
        int year,
        BudgetEntryKind kind,
        Money amount,
        @Schema(nullable = true) String destination,
        @Schema(nullable = true) ReallocationReason reallocationReason,
        @Schema(nullable = true) UUID corrects,
        @Schema(nullable = true) UUID awardId,
        @Schema(nullable = true) Money roundedTo,
        @Schema(nullable = true) Money belowThreshold,
        String source,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) String note,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
