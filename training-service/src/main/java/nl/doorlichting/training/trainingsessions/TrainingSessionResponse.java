package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training session as stored.
 *
 * @param capacity how many can take part; null when everybody can
 * @param headCount how many came, counted without names; null until the session is held, and after a roll call
 * @param series code that it shares with the other sessions of its series
 * @param trainers subjects of those who give it; empty for who only looks where to register
 * @param registered how many have a place now
 * @param waiting how many wait for one
 * @param rollCall what the roll call found; null until the session is held, and after a head count
 * @param cancellationReason why it does not go ahead; null unless it was cancelled
 * @param etag changes with what the session says, not with who registers
 * @param allowedActions what the caller may do with it now: update, confirmation, cancellation, registrations, head-count,
 *     roll-call, correction
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
        @Schema(nullable = true) String series,
        @Schema(nullable = true) String hostOrganisationId,
        List<String> trainers,
        @Schema(nullable = true) String language,
        int registered,
        int waiting,
        @Schema(nullable = true) RollCallSummary rollCall,
        @Schema(nullable = true) String cancellationReason,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    static TrainingSessionResponse from(
            TrainingSession session, HeadCount count, List<String> trainers, List<String> allowedActions) {
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
                session.series,
                session.hostOrganisationId,
                trainers,
                session.language,
                session.registered,
                session.waiting,
                RollCallSummary.from(count),
                session.cancellationReason,
                session.createdAt,
                session.etag(),
                allowedActions);
    }
}
