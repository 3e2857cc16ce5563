package nl.doorlichting.training.trainers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.quantity.AggregatedQuantity;
import nl.doorlichting.kernel.web.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A trainer as stored.
 *
 * @param sessions sessions held that this trainer gave, since being trained; one given with others counts for each
 * @param participants who came to them, in participations
 * @param allowedActions update, for a coordinator
 */
public record TrainerResponse(
        UUID id,
        String subject,
        String label,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID trainedBy,
        @Schema(nullable = true) UUID trainedInSessionId,
        @Schema(nullable = true) LocalDate trainedOn,
        long sessions,
        AggregatedQuantity participants,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    static TrainerResponse from(Trainer trainer, TrainerFigures.Given given, boolean mayChange) {
        return new TrainerResponse(
                trainer.id,
                trainer.subject,
                trainer.label,
                trainer.organisationId,
                trainer.trainedBy,
                trainer.trainedInSessionId,
                trainer.trainedOn,
                given.sessions(),
                given.participants().aggregate(),
                trainer.createdAt,
                trainer.etag(),
                mayChange ? List.of("update") : List.of());
    }
}
