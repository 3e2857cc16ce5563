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
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.training.trainingsessions.SessionTimes.SessionTimesResponse;
import nl.doorlichting.training.trainingsessions.SessionVenue.SessionVenueResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A training session as stored.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param trainingType type of the training, by its code of the codelist training-types, as in GUEST_LECTURE
 * @param title title of the session
 * @param date day of the session
 * @param status stage of the session
 * @param place where the session is: a scope and, where it is local, municipalities that exist on the day of the
 *     session; of scope UNSPECIFIED where none is stated
 * @param projectId project that the session is part of, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; null where it is part of none
 * @param organisationId organisation that gives or receives the training, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; null where it is not stated
 * @param capacity number of places; null without a limit
 * @param headCount how many came, counted without names; null until the session is held, and where a roll call was
 *     recorded instead
 * @param series code that the session shares with the other sessions of its series, as in autumn-2026; null for a
 *     session of no series
 * @param hostOrganisationId organisation in whose building the session is, by its number, as in GM0988 (number of
 *     /v1/organisations); it is not checked; null where it is not stated
 * @param trainers trainers who give the session, by the subjects of their tokens; empty where none is named, and for a
 *     caller that is neither a coordinator nor a trainer of the session
 * @param doubleBooked ids of other sessions at the same time that name one of these trainers; of the same day, where one of the
 *     two states no times. Empty where there is none, and for a caller that does not see the trainers
 * @param language language of the session, by its two or three small letters (ISO 639), as in nl; null where it is not
 *     stated
 * @param includedIn whether a training tally counts the session already: the id of that tally, NONE where no tally
 *     counts it, or UNKNOWN; null means UNKNOWN too
 * @param registered number of people who have a place, each once; not how many came
 * @param waiting number of people on the waiting list, each once
 * @param rollCall counts of the roll call; null until the session is held, and where a head count was recorded instead
 * @param cancellationReason why the session does not go ahead, in words; null unless it was cancelled
 * @param correction the last correction of what a held session states; null where there was none, and for a caller that is
 *     neither a coordinator nor a trainer of the session
 * @param withdrawal why the session counts nowhere any more; null unless it was withdrawn, and for a caller that is neither
 *     a coordinator nor a trainer of the session
 * @param withdrawalReason why the session, which had been recorded as held, counts nowhere any more, in words; null unless
 *     it was withdrawn
 * @param times from when until when the session is on its day; null where it is not stated
 * @param venue building and room; null where it is not stated, and for a caller that is neither registered for the session
 *     nor a trainer of it or a coordinator
 * @param link address (URL) by which people attend from elsewhere; null where it is not stated, and for a caller that does
 *     not see the venue
 * @param description what the session is about and for whom, in words; null where it is not stated
 * @param minimum number of registrations below which the session is not meant to go ahead; null where there is none. It is
 *     not enforced
 * @param registrationOpensAt moment from which people can register; null where they could at once
 * @param registrationDeadline moment from which nobody can register any more; null where it is the end of the day of the
 *     session
 * @param contact mailbox or telephone number of the office that answers questions about the session; null where it is not
 *     stated
 * @param recordedBy subject of the token that recorded it; null for a caller that is neither coordinator nor a trainer of
 *     the session
 * @param etag version of the session as an entity tag, quotes included, for If-Match; it changes with the fields of a
 *     request, not with registrations
 * @param allowedActions what the caller may do with the session now: update, confirmation, cancellation, registrations,
 *     head-count, roll-call, correction (of how many came), corrections (of what it states), withdrawal, series,
 *     evaluation-codes; empty where nothing is allowed. Who has a place, or one in the queue, is not offered registrations
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
        List<UUID> doubleBooked,
        @Schema(nullable = true) String language,
        @Schema(nullable = true) String includedIn,
        int registered,
        int waiting,
        @Schema(nullable = true) RollCallSummary rollCall,
        @Schema(nullable = true) String cancellationReason,
        @Schema(nullable = true) RecordCorrection correction,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        @Schema(nullable = true) String withdrawalReason,
        @Schema(nullable = true) SessionTimesResponse times,
        @Schema(nullable = true) SessionVenueResponse venue,
        @Schema(nullable = true) String link,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) Integer minimum,
        @Schema(nullable = true) Instant registrationOpensAt,
        @Schema(nullable = true) Instant registrationDeadline,
        @Schema(nullable = true) String contact,
        @Schema(nullable = true) String recordedBy,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /**
     * How many came to a session, as it stands now: the latest version.
     *
     * @param participants number of people who came to the session, each once
     * @param targetGroup target group of the people who came
     * @param reason why the count before was wrong, in words; null in the first version
     * @param recordedBy subject of the token that recorded it; null for a caller that is neither coordinator nor a trainer of
     *     the session
     */
    public record HeadCountResponse(
            Quantity participants,
            TargetGroup targetGroup,
            int version,
            @Schema(nullable = true) String reason,
            Instant recordedAt,
            @Schema(nullable = true) String recordedBy) {}

    /**
     * The counts of a roll call, as they stand now: the latest version.
     *
     * @param present number of people who came, each once, those who came unannounced among them
     * @param absent number of registered people who did not come and had not said so: those stated as ABSENT, and those
     *     with a place whom the roll call did not name
     * @param excused number of registered people who did not come and had said so: those stated as EXCUSED
     * @param targetGroup target group of the people who came
     * @param reason why the version before was wrong, in words; null in the first version
     * @param recordedBy subject of the token that recorded it, a pseudonym once a trainer is erased; null for a caller that is
     *     neither coordinator nor a trainer of the session
     */
    public record RollCallSummary(
            int present,
            int absent,
            int excused,
            TargetGroup targetGroup,
            int version,
            @Schema(nullable = true) String reason,
            Instant recordedAt,
            @Schema(nullable = true) String recordedBy) {}
}
