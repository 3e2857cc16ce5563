package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.access.AccessRule;
import nl.doorlichting.kernel.caller.CurrentCaller;
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
        registrations
                .findStanding(sessionId, subject(request), indexes(request))
                .ifPresent(existing -> refuse(sessionId, existing));
    }

    /** What could have been sent to make the registration as it is now. */
    RegistrationRequest requestOf(Registration registration) {
        return RegistrationRequest.of(registration.person(data), registration.profession);
    }

    /** The registration is of this person; 400 of nobody, 409 when the person stands on the list another time. */
    void correct(Registration registration, RegistrationRequest request) {
        if (registration.subject == null && !request.missing().isEmpty()) {
            throw ProblemException.violations(request.missing());
        }
        registrations
                .findStanding(registration.sessionId, null, indexes(request))
                .filter(other -> !other.id.equals(registration.id))
                .ifPresent(other -> refuse(registration.sessionId, other));
        registration.correct(request.profession(), sealed(registration, request));
    }

    /** The registration, with the person sealed. */
    Registration enter(Registration registration, RegistrationRequest request, Instant now) {
        return registration
                .of(subject(request), sealed(registration, request))
                .recorded(now, caller.get().subject());
    }

    private SealedPerson sealed(Registration registration, RegistrationRequest request) {
        return request.email() == null
                ? null
                : SealedPerson.of(registration.id, new Person(request.name(), request.email()), data);
    }

    private List<byte[]> indexes(RegistrationRequest request) {
        return request.email() == null ? List.of() : data.indexesOf(request.email());
    }

    private static void refuse(UUID sessionId, Registration existing) {
        throw ProblemException.alreadyExists(
                "This person is registered for the session.", RegistrationResource.path(sessionId, existing.id));
    }

    private String subject(RegistrationRequest request) {
        var asker = caller.get();
        var itself = asker.may(AccessRule.READ_OWN_REGISTRATIONS)
                && (request.email() == null || !asker.may(AccessRule.WRITE_TRAININGS));
        return itself ? asker.subject() : null;
    }
}
