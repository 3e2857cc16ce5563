package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** What the caller sees of registrations: staff those of the session, a professional its own. */
@ApplicationScoped
class RegistrationViewer {
    private final TrainingSessions sessions;
    private final CurrentCaller caller;
    private final PersonalData data;
    private final DutchCalendar calendar;

    RegistrationViewer(TrainingSessions sessions, CurrentCaller caller, PersonalData data, DutchCalendar calendar) {
        this.sessions = sessions;
        this.caller = caller;
        this.data = data;
        this.calendar = calendar;
    }

    Instant now() {
        return calendar.now();
    }

    /** The session, locked; 404 when there is none. */
    TrainingSession lock(UUID sessionId) {
        return sessions.lock(sessionId);
    }

    /** The session, locked; 404 when there is none, 409 when its state does not allow this. */
    TrainingSession lock(UUID sessionId, SessionAction action) {
        var session = lock(sessionId);
        session.require(action, calendar.today());
        return session;
    }

    TrainingSession session(UUID sessionId) {
        return sessions.get(sessionId);
    }

    /** Those of the session that the caller sees; 404 to a trainer of others. */
    Filter ofSession(TrainingSession session) {
        var filter = new Filter().equal("sessionId", session.id());
        if (sessions.isForStaff(session)) {
            return filter;
        }
        if (!caller.get().may(AccessRule.READ_OWN_REGISTRATIONS)) {
            throw ProblemException.notFound();
        }
        return own(filter);
    }

    Filter own(Filter filter) {
        return filter.equal("subject", caller.get().subject());
    }

    boolean sees(Registration registration, TrainingSession session) {
        return sessions.isForStaff(session) || isOwn(registration);
    }

    /** Whether the caller may cancel it or have it erased. */
    boolean disposesOf(Registration registration) {
        return caller.get().may(AccessRule.READ_TRAININGS) || isOwn(registration);
    }

    RegistrationResponse show(Registration registration, TrainingSession session, Integer placeInQueue) {
        return response(registration, session, placeInQueue, registration.person(data));
    }

    /** The answer to a write: it is remembered for a repeated request, and names nobody. */
    RegistrationResponse answer(Registration registration, TrainingSession session, Integer placeInQueue) {
        return response(registration, session, placeInQueue, Person.UNKNOWN);
    }

    private RegistrationResponse response(
            Registration registration, TrainingSession session, Integer placeInQueue, Person person) {
        return RegistrationResponse.from(
                registration,
                RegistrationSession.from(session),
                placeInQueue,
                person,
                allowedActions(registration, session));
    }

    private List<String> allowedActions(Registration registration, TrainingSession session) {
        var allowed = new ArrayList<String>();
        if (!disposesOf(registration)) {
            return allowed;
        }
        if (!registration.isCancelled() && session.allows(SessionAction.REGISTRATIONS, calendar.today())) {
            allowed.add("cancellation");
        }
        if (!registration.isErased()) {
            allowed.add("update");
            allowed.add("erasure");
        }
        return allowed;
    }

    private boolean isOwn(Registration registration) {
        return caller.get().may(AccessRule.READ_OWN_REGISTRATIONS)
                && caller.get().subject().equals(registration.subject);
    }
}
