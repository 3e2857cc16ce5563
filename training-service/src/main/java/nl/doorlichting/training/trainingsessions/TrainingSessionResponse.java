package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.kernel.vocabulary.TrainingSessionStatus;
import nl.doorlichting.kernel.web.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training session as stored.
 *
 * @param headCount how many came; null until the session is held
 * @param allowedActions head-count, from the day of the session until it is held
 */
public record TrainingSessionResponse(
        UUID id,
        String programme,
        String trainingType,
        String title,
        LocalDate date,
        TrainingSessionStatus status,
        Place place,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        @Schema(nullable = true) Integer capacity,
        @Schema(nullable = true) String reference,
        String source,
        @Schema(nullable = true) HeadCountResponse headCount,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    private static final List<String> HEAD_COUNT = List.of("head-count");

    static TrainingSessionResponse from(TrainingSession session, HeadCount count, LocalDate today) {
        return new TrainingSessionResponse(
                session.id,
                session.programme,
                session.trainingType,
                session.title,
                session.date,
                session.status,
                session.place.toPlace(),
                session.projectId,
                session.organisationId,
                session.track,
                session.actionLine,
                session.fundingInstrument,
                session.capacity,
                session.reference,
                session.source,
                HeadCountResponse.from(count),
                session.createdAt,
                "\"" + session.version + "\"",
                session.canBeHeld(today) ? HEAD_COUNT : List.of());
    }
}
