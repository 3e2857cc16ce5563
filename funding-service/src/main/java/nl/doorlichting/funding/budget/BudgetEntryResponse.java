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
        implements HasEtag {

    private static final String ONLY_VERSION = "\"1\"";

    static BudgetEntryResponse from(BudgetEntry entry) {
        return new BudgetEntryResponse(
                entry.id,
                entry.programme,
                entry.lineId,
                entry.year,
                entry.kind,
                entry.amount(),
                entry.destination,
                entry.reallocationReason,
                entry.corrects,
                entry.awardId,
                entry.roundedTo(),
                entry.belowThreshold(),
                entry.source,
                entry.reference,
                entry.note,
                entry.createdAt,
                ONLY_VERSION,
                List.of());
    }
}
