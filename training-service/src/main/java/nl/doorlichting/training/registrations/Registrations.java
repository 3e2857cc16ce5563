package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What the other features may ask of registrations, within a transaction of theirs. */
@ApplicationScoped
public class Registrations {
    private final RegistrationRepository registrations;

    Registrations(RegistrationRepository registrations) {
        this.registrations = registrations;
    }

    /** Those who have a place or wait for one, in the order of arrival. */
    public List<Registered> standing(UUID sessionId) {
        return registrations.list("sessionId = ?1 and status <> CANCELLED order by number", sessionId).stream()
                .map(one -> new Registered(one.id, one.status, one.profession))
                .toList();
    }
}
