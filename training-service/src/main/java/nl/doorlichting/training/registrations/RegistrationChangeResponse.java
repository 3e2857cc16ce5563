package nl.doorlichting.training.registrations;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;

/**
 * Something of which a registered person is to be told. It has no name: the registration has it.
 *
 * @param id id of the change, always the same
 * @param kind what changed: the person was registered, got a place after waiting, cancelled, or is registered for a session
 *     that was cancelled
 * @param changedAt moment of the change
 * @param registrationId registration of the person (id of /v1/training-sessions/{id}/registrations)
 * @param number rank of the registration among all of its session
 * @param status whether the registration has a place, waits, or is cancelled now
 * @param session the session as it is now
 */
public record RegistrationChangeResponse(
        UUID id,
        RegistrationChangeKind kind,
        Instant changedAt,
        UUID registrationId,
        int number,
        RegistrationStatus status,
        RegistrationSession session) {}
