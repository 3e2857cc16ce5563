package nl.doorlichting.training.trainingsessions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training session as stored.
 *
 * @param title title of the session
 * @param date day of the session
 * @param status stage of the session
 * @param projectId id (id of /v1/projects) of the project that it is part of; it is not checked, so GET
 *     /v1/projects/{id} may answer 404; null where it is part of none
 * @param organisationId number of the organisation that gives or receives it, as in GM0988 (number of
 *     /v1/organisations); it is not checked; null where it is not stated
 * @param capacity number of places; null without a limit
 * @param headCount how many came, counted without names; null until the session is held, and after a roll call
 * @param series code that it shares with the other sessions of its series, as in autumn-2026; null for a single session
 * @param hostOrganisationId number of the organisation under whose roof it is, as in GM0988 (number of
 *     /v1/organisations); it is not checked; null where it is not stated
 * @param trainers subjects of the tokens of the trainers that give it; empty where none is named
 * @param language language that it is given in, by its two letters (ISO 639-1), as in nl; null where it is not stated
 * @param includedIn id of the training tally that already counts the session, NONE or UNKNOWN; null means UNKNOWN
 * @param registered number of registered people that have a place
 * @param waiting number of people on the waiting list
 * @param rollCall counts of the roll call; null until the session is held, and after a head count
 * @param cancellationReason why it does not go ahead, in words; null unless it was cancelled
 * @param etag version of the session as an entity tag, quotes included, for If-Match; it changes with the fields of a
 *     request, not with registrations
 * @param allowedActions what the caller may do with it now: update, confirmation, cancellation, registrations,
 *     head-count, roll-call, correction; empty where nothing is allowed
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
        @Schema(nullable = true) String includedIn,
        int registered,
        int waiting,
        @Schema(nullable = true) RollCallSummary rollCall,
        @Schema(nullable = true) String cancellationReason,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }

    /**
     * How many came to a session, as it stands now: the latest version.
     *
     * @param participants number of people who came
     * @param targetGroup target group of the people who came
     * @param reason why the count before was wrong; null in the first version
     */
    public record HeadCountResponse(
            Quantity participants,
            TargetGroup targetGroup,
            int version,
            @Schema(nullable = true) String reason,
            Instant recordedAt) {}

    /**
     * The counts of a roll call, as they stand now: the latest version.
     *
     * @param present number of people who came, those who came unannounced among them
     * @param targetGroup target group of the people who came
     * @param reason why the version before was wrong; null in the first version
     */
    public record RollCallSummary(
            int present,
            int absent,
            int excused,
            TargetGroup targetGroup,
            int version,
            @Schema(nullable = true) String reason,
            Instant recordedAt) {}
}
