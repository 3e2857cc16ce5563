package nl.doorlichting.training.registrations;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;

/**
 * A registration with what is known of its person.
 *
 * @param subject null when a coordinator made it
 * @param name null when not stated
 * @param email null when not stated
 */
public record PersonRegistration(
        UUID id,
        RegistrationSession session,
        RegistrationStatus status,
        String subject,
        String name,
        String email,
        Profession profession,
        Instant createdAt) {

    @Override
    public String toString() {
        return "PersonRegistration[id=" + id + "]";
    }
}
