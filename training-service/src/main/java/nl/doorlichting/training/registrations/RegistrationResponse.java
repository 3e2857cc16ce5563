package nl.doorlichting.training.registrations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.platform.responses.Personal;
import nl.doorlichting.training.trainingsessions.SessionTimes.SessionTimesResponse;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessionStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A registration as stored.
 *
 * @param session the session that the registration is for
 * @param number rank of the registration among all of the session, in the order in which they were made, from 1; those
 *     in the queue and cancelled ones have theirs too, so it stays when others cancel
 * @param status whether the registration has a place, waits, or is cancelled
 * @param placeInQueue place on the waiting list, from 1; null unless the registration is WAITLISTED
 * @param attendance whether the person came, by the latest roll call; null before one, and where it does not name the
 *     registration
 * @param name name of the person; null where not stated, once erased, and in answers to writes, which are stored for
 *     repeated requests
 * @param email e-mail address of the person; null where not stated, once erased, and in answers to writes, which are
 *     stored for repeated requests
 * @param profession profession of the person: a code of the codelist professions; null where not known
 * @param byAccount whether the person registered with an account of its own, with which it may state no name: then the
 *     person, who sees the number too, is known by that; false where a coordinator named the person, and once erased
 * @param movedUpAt moment at which the person got a place after waiting; null for one who had a place at once, or never
 *     got one
 * @param cancelledAt moment at which the registration was cancelled; null unless it was
 * @param erasedAt moment at which name, e-mail address and subject were erased; null while they are kept
 */
public record RegistrationResponse(
        UUID id,
        RegistrationSession session,
        int number,
        RegistrationStatus status,
        @Schema(nullable = true) Integer placeInQueue,
        @Schema(nullable = true) AttendanceStatus attendance,
        @Personal @Schema(nullable = true) String name,
        @Personal @Schema(nullable = true) String email,
        @Schema(nullable = true) Profession profession,
        boolean byAccount,
        @Schema(nullable = true) Instant movedUpAt,
        @Schema(nullable = true) Instant cancelledAt,
        @Schema(nullable = true) Instant erasedAt,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /** Without the person: a record's own text would carry the name into any message. */
    @Override
    public String toString() {
        return "RegistrationResponse " + id;
    }

    /**
     * The session of a registration.
     *
     * @param id id of the session (id of /v1/training-sessions)
     * @param trainingType type of the training, by its code of the codelist training-types, as in GUEST_LECTURE
     * @param title title of the session
     * @param date day of the session
     * @param times from when until when the session is on its day; null where it is not stated
     * @param status stage of the session
     * @param cancellationReason why the session does not go ahead, in words; null unless it was cancelled
     * @param withdrawalReason why the session, which had been recorded as held, counts nowhere any more, in words; null
     *     unless it was withdrawn
     */
    public record RegistrationSession(
            UUID id,
            String trainingType,
            String title,
            LocalDate date,
            @Schema(nullable = true) SessionTimesResponse times,
            TrainingSessionStatus status,
            @Schema(nullable = true) String cancellationReason,
            @Schema(nullable = true) String withdrawalReason) {

        public static RegistrationSession from(TrainingSession session) {
            return new RegistrationSession(
                    session.id(),
                    session.trainingType(),
                    session.title(),
                    session.date(),
                    session.times(),
                    session.status(),
                    session.cancellationReason(),
                    session.withdrawalReason());
        }
    }
}
