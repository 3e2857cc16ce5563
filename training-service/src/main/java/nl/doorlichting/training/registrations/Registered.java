package nl.doorlichting.training.registrations;

import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Profession;

/** Somebody whose name can be called, without the name. */
public record Registered(UUID id, RegistrationStatus status, Profession profession) {
    /** Whether the person has a place; who waits may come, and is not missed. */
    public boolean hasPlace() {
        return status == RegistrationStatus.REGISTERED;
    }
}
