package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.training.personaldata.PersonalData;

/** Who is registered by a request: the caller itself, or somebody whom a coordinator names. */
@ApplicationScoped
class Registrants {
    private final CurrentCaller caller;
    private final PersonalData data;
    private final RegistrationRepository registrations;

    Registrants(CurrentCaller caller, PersonalData data, RegistrationRepository registrations) {
        this.caller = caller;
        this.data = data;
        this.registrations = registrations;
    }

    /** 400 when a coordinator registers somebody without saying whom. */
    void refuseNobody(RegistrationRequest request) {
        if (subject(request) == null && !request.missing().isEmpty()) {
            throw ProblemException.violations(request.missing());
        }
    }

    /** 409 when the person stands on the list of the session, or in its queue. */
    void refuseSecond(UUID sessionId, RegistrationRequest request) {
        List<byte[]> indexes = request.email() == null ? List.of() : data.indexesOf(request.email());
        registrations.findStanding(sessionId, subject(request), indexes).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    "This person is registered for the session.", RegistrationResource.path(sessionId, existing.id));
        });
    }

    /** The registration, with the person sealed. */
    Registration enter(Registration registration, RegistrationRequest request, Instant now) {
        var person = request.email() == null ? null : new Person(request.name(), request.email());
        return registration
                .of(subject(request), person == null ? null : SealedPerson.of(registration.id, person, data))
                .recorded(now, caller.get().subject());
    }

    private String subject(RegistrationRequest request) {
        var asker = caller.get();
        var itself = asker.hasAny(Role.PROFESSIONAL)
                && (request.email() == null || !asker.hasAny(Role.TRAINING_COORDINATOR));
        return itself ? asker.subject() : null;
    }
}
