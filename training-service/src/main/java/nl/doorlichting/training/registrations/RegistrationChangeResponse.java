package nl.doorlichting.training.registrations;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something of which a registered person is to be told. It has no name: the registration has it.
 *
 * @param id id of the change, always the same
 * @param kind what changed: the person was registered, got a place after waiting, cancelled, or is registered for a session
 *     that was cancelled, moved to another day, time, place or link, or withdrawn
 * @param changedAt moment of the change
 * @param registrationId registration of the person (id of /v1/training-sessions/{id}/registrations)
 * @param number rank of the registration among all of its session
 * @param status whether the registration has a place, waits, or is cancelled now
 * @param statusThen whether the registration had a place, waited, or was cancelled right after the change: a person who
 *     registered got a place or waits; null where that is not known, as of some that are cancelled since long
 * @param session the session as it is now
 */
public record RegistrationChangeResponse(
        UUID id,
        RegistrationChangeKind kind,
        Instant changedAt,
        UUID registrationId,
        int number,
        RegistrationStatus status,
        @Schema(nullable = true) RegistrationStatus statusThen,
        RegistrationSession session) {}
