package nl.doorlichting.training.trainers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.platform.responses.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A trainer as stored.
 *
 * @param subject subject of the token of the trainer; a pseudonym once the person is erased
 * @param label what the trainer does or where; empty once the person is erased, and not in a table
 * @param trainedOn day on which the trainer was trained; sessions before it do not count as given since
 * @param sessions sessions held that this trainer gave, since being trained; one given with others counts for each
 * @param participants people who came to them, in participations
 * @param erasedAt when label and subject were erased
 * @param allowedActions what the caller may do with the trainer now: update, for a coordinator
 */
public record TrainerResponse(
        UUID id,
        String subject,
        @Personal String label,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID trainedBy,
        @Schema(nullable = true) UUID trainedInSessionId,
        @Schema(nullable = true) LocalDate trainedOn,
        long sessions,
        AggregatedQuantity participants,
        @Schema(nullable = true) Instant erasedAt,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }

    /** Without the label, which may name a person. */
    @Override
    public String toString() {
        return "TrainerResponse " + id;
    }
}
