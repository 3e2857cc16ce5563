package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
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

    /** 400 when a coordinator registers somebody without saying whom, 403 for a person with another's address. */
    void refuse(RegistrationRequest request) {
        if (subject(request) == null) {
            refuseNobody(request);
            return;
        }
        refuseAddressOfOthers(request.email());
    }

    /**
     * 409 when the person stands on the list of the session, or in its queue. Who registers itself is known by its
     * account, so that the answer tells of nobody else; a coordinator may read all of them.
     */
    void refuseSecond(UUID sessionId, RegistrationRequest request) {
        var subject = subject(request);
        var standing = subject == null
                ? registrations.findStanding(sessionId, indexes(request)).stream()
                        .findFirst()
                : registrations.findStanding(sessionId, subject);
        standing.ifPresent(existing -> refuse(sessionId, existing));
    }

    /** The registration that a coordinator made for the address that is the caller's, as it says: the caller's own. */
    Optional<Registration> madeForCaller(UUID sessionId, RegistrationRequest request) {
        if (subject(request) == null || request.email() == null) {
            return Optional.empty();
        }
        return registrations.findStanding(sessionId, indexes(request)).stream()
                .filter(one -> one.subject == null
                        && PersonalData.isSameAddress(one.person(data).email(), request.email()))
                .findFirst()
                .flatMap(one -> registrations.findForChange(one.id));
    }

    /** The registration is the caller's, with its number and its place. */
    void takeOver(Registration registration, RegistrationRequest request) {
        registration.correct(
                request.profession() == null ? registration.profession : request.profession(),
                sealed(registration, request));
        registration.of(subject(request), registration.person);
    }

    /** What could have been sent to make the registration as it is now. */
    RegistrationRequest requestOf(Registration registration) {
        return RegistrationRequest.of(registration.person(data), registration.profession);
    }

    /** The registration is of this person; 400 of nobody, 403 and 409 as when it was made. */
    void correct(Registration registration, RegistrationRequest request) {
        if (registration.subject == null) {
            refuseNobody(request);
        }
        if (caller.get().may(AccessRule.WRITE_TRAININGS)) {
            registrations.findStanding(registration.sessionId, indexes(request)).stream()
                    .filter(other -> !other.id.equals(registration.id))
                    .findFirst()
                    .ifPresent(other -> refuse(registration.sessionId, other));
        } else if (!Objects.equals(request.email(), registration.person(data).email())) {
            refuseAddressOfOthers(request.email());
        }
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

    private static void refuseNobody(RegistrationRequest request) {
        if (!request.missing().isEmpty()) {
            throw ProblemException.violations(request.missing());
        }
    }

    // Before anything is looked up, so that it is one answer for every address.
    private void refuseAddressOfOthers(String email) {
        var own = caller.verifiedEmail();
        if (email != null && (own == null || !PersonalData.isSameAddress(email, own))) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "You register without an address or with your own verified one, as your token says (email and"
                            + " email_verified).");
        }
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
