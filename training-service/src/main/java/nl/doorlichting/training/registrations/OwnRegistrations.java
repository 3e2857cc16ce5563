package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.Registrants;

/**
 * The registrations that are the caller's: those of its account, and those that coordinators made for its verified address
 * (ADR 45).
 */
@ApplicationScoped
class OwnRegistrations implements Registrants {
    private final RegistrationRepository registrations;
    private final PersonalData data;
    private final CurrentCaller caller;

    OwnRegistrations(RegistrationRepository registrations, PersonalData data, CurrentCaller caller) {
        this.registrations = registrations;
        this.data = data;
        this.caller = caller;
    }

    boolean isOwn(Registration registration) {
        return caller.get().may(TrainingAccess.READ_OWN_REGISTRATIONS)
                && (caller.get().subject().equals(registration.subject()) || isMadeForCaller(registration));
    }

    /** Limits a list of registrations to the caller's. */
    Filter narrow(Filter filter) {
        var made = madeForCaller().stream().map(Registration::id).toList();
        if (made.isEmpty()) {
            return filter.equal("subject", caller.get().subject());
        }
        filter.parameters().put("made_for_caller", made);
        return filter.where(
                "(e.subject = :own_subject or e.id in :made_for_caller)",
                "own_subject",
                caller.get().subject());
    }

    @Override
    public Set<UUID> sessionsOfCaller() {
        var sessions = new HashSet<>(registrations.sessionsOf(caller.get().subject()));
        madeForCaller().forEach(one -> sessions.add(one.sessionId()));
        return sessions;
    }

    @Override
    public Set<UUID> attendedByCaller() {
        var sessions =
                new HashSet<>(registrations.sessionsAttendedBy(caller.get().subject()));
        madeForCaller().stream().filter(one -> !one.isCancelled()).forEach(one -> sessions.add(one.sessionId()));
        return sessions;
    }

    /** The keyed hash of the caller's verified address; null without one. */
    byte[] addressIndex() {
        var verified = caller.verifiedEmail();
        return verified == null ? null : data.indexOf(verified);
    }

    /** Whether a coordinator made it for the verified address of the caller. */
    boolean isMadeForCaller(Registration registration) {
        var verified = caller.verifiedEmail();
        return verified != null
                && registration.subject() == null
                && !registration.isErased()
                && PersonalData.isSameAddress(registration.person(data).email(), verified);
    }

    private List<Registration> madeForCaller() {
        var verified = caller.verifiedEmail();
        return verified == null
                ? List.of()
                : registrations.madeFor(data.indexesOf(verified)).stream()
                        .filter(this::isMadeForCaller)
                        .toList();
    }
}
