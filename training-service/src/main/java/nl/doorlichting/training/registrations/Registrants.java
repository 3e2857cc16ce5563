package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.TrainingSession.Admission;

/** The person that a request registers: the caller itself, or a person whom a coordinator names. */
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

    /** 400 when a coordinator names no person, 403 when another caller states an address that is not its own. */
    void refuse(RegistrationRequest request) {
        if (subject(request) == null) {
            refuseUnnamed(request);
            return;
        }
        refuseAddressOfOthers(request.email());
    }

    /**
     * 409 when the person has a place in the session or in its queue. A caller that registers itself is recognised by its
     * account, so that the answer reveals no other person; a coordinator may read all of them.
     */
    void refuseSecond(UUID sessionId, RegistrationRequest request) {
        var subject = subject(request);
        var standing = subject == null
                ? registrations.findStanding(sessionId, indexes(request)).stream()
                        .findFirst()
                : registrations.findStanding(sessionId, subject);
        standing.ifPresent(existing -> refuse(sessionId, existing));
    }

    /** The registration that a coordinator made for the verified address of the caller. */
    Optional<Registration> madeForCaller(UUID sessionId, RegistrationRequest request) {
        if (subject(request) == null || request.email() == null) {
            return Optional.empty();
        }
        return registrations.findStanding(sessionId, indexes(request)).stream()
                .filter(one -> one.subject() == null
                        && PersonalData.isSameAddress(one.person(data).email(), request.email()))
                .findFirst()
                .flatMap(one -> registrations.findForChange(one.id()));
    }

    /** Makes the registration the caller's own; its number and its place stay. */
    void takeOver(Registration registration, RegistrationRequest request) {
        registration.correct(
                request.profession() == null ? registration.profession() : request.profession(),
                sealed(registration, request));
        registration.belongTo(subject(request));
    }

    /** The request that would make the registration as it is now. */
    RegistrationRequest requestOf(Registration registration) {
        return RegistrationRequest.of(registration.person(data), registration.profession());
    }

    /** Replaces the person; 400 without one, 403 and 409 as for a new registration. */
    void correct(Registration registration, RegistrationRequest request) {
        if (registration.subject() == null) {
            refuseUnnamed(request);
        }
        if (caller.get().may(TrainingAccess.WRITE_TRAININGS)) {
            registrations.findStanding(registration.sessionId(), indexes(request)).stream()
                    .filter(other -> !other.id().equals(registration.id()))
                    .findFirst()
                    .ifPresent(other -> refuse(registration.sessionId(), other));
        } else if (!Objects.equals(request.email(), registration.person(data).email())) {
            refuseAddressOfOthers(request.email());
        }
        registration.correct(request.profession(), sealed(registration, request));
    }

    /** A new registration of the person. */
    Registration register(UUID sessionId, Admission admission, RegistrationRequest request, Instant now) {
        var registration = new Registration(
                Ids.next(now), sessionId, admission, now, caller.get().subject());
        registration.belongTo(subject(request));
        registration.correct(request.profession(), sealed(registration, request));
        return registration;
    }

    private SealedPerson sealed(Registration registration, RegistrationRequest request) {
        return request.email() == null
                ? null
                : SealedPerson.of(registration.id(), new SealedPerson.Person(request.name(), request.email()), data);
    }

    private List<byte[]> indexes(RegistrationRequest request) {
        return request.email() == null ? List.of() : data.indexesOf(request.email());
    }

    private static void refuseUnnamed(RegistrationRequest request) {
        if (!request.missing().isEmpty()) {
            throw ProblemException.violations(request.missing());
        }
    }

    // Before any look-up, so that the answer is the same for every address.
    private void refuseAddressOfOthers(String email) {
        var own = caller.verifiedEmail();
        if (email != null && (own == null || !PersonalData.isSameAddress(email, own))) {
            throw ProblemException.of(
                    ProblemType.FORBIDDEN,
                    "You register without an address or with your own verified one (email and email_verified of your"
                            + " token).");
        }
    }

    private static void refuse(UUID sessionId, Registration existing) {
        throw ProblemException.alreadyExists(
                "This person is registered for the session.", RegistrationResource.path(sessionId, existing.id()));
    }

    private String subject(RegistrationRequest request) {
        var current = caller.get();
        var self = current.may(TrainingAccess.READ_OWN_REGISTRATIONS)
                && (request.email() == null || !current.may(TrainingAccess.WRITE_TRAININGS));
        return self ? current.subject() : null;
    }
}
