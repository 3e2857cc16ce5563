package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/**
 * Registers people for sessions, corrects, cancels, erases and shows registrations. Staff see those of the session, a
 * professional the own ones. Each write but a correction holds the lock of its session, so that numbers are drawn one after
 * another, capacity is never exceeded, and the person who waits longest moves up first. No figure changes, because figures
 * count the people who came.
 */
@ApplicationScoped
class RegistrationService {
    private final RegistrationRepository registrations;
    private final Registrants registrants;
    private final RegistrationQueue queue;
    private final TrainingSessions sessions;
    private final CurrentCaller caller;
    private final PersonalData data;
    private final DutchCalendar calendar;

    RegistrationService(
            RegistrationRepository registrations,
            Registrants registrants,
            RegistrationQueue queue,
            TrainingSessions sessions,
            CurrentCaller caller,
            PersonalData data,
            DutchCalendar calendar) {
        this.registrations = registrations;
        this.registrants = registrants;
        this.queue = queue;
        this.sessions = sessions;
        this.caller = caller;
        this.data = data;
        this.calendar = calendar;
    }

    @Transactional
    RegistrationResponse register(UUID sessionId, RegistrationRequest request) {
        registrants.refuse(request);
        var session = lockOpen(sessionId);
        registrants.refuseSecond(sessionId, request);
        var made = registrants.madeForCaller(sessionId, request);
        if (made.isPresent()) {
            registrants.takeOver(made.get(), request);
            return changed(made.get(), session);
        }
        // The moment is taken after the lock, so that moments have the order of the numbers.
        var registration = registrants.register(sessionId, session.admit(), request, calendar.now());
        registrations.persist(registration);
        return withoutPerson(registration, session, registration.isWaiting() ? session.waiting() : null);
    }

    @Transactional
    RegistrationResponse cancel(UUID sessionId, UUID id) {
        var session = lockOpen(sessionId);
        var registration = forChange(sessionId, id);
        queue.leave(registration, session);
        return changed(registration, session);
    }

    /** Corrects the person or the profession. */
    @Transactional
    RegistrationResponse correct(UUID sessionId, UUID id, String ifMatch, MergePatch patch) {
        var registration = forChange(sessionId, id);
        IfMatch.refuseStale(ifMatch, registration.etag());
        registrants.correct(
                registration, patch.applyTo(registrants.requestOf(registration), RegistrationRequest.class));
        registrations.nextVersion(registration);
        return changed(registration, sessions.get(sessionId));
    }

    /** Erases the person, and cancels the registration while the session is upcoming. */
    @Transactional
    RegistrationResponse erase(UUID sessionId, UUID id) {
        var session = sessions.lock(sessionId);
        var registration = forChange(sessionId, id);
        queue.erase(registration, session);
        return changed(registration, session);
    }

    /** Registrations of the session that the caller sees; 404 to a trainer of other sessions. */
    @Transactional
    Page<RegistrationResponse> ofSession(UUID sessionId, RegistrationStatus status, PageRequest request) {
        var session = sessions.get(sessionId);
        var filter = new Filter().equal("sessionId", sessionId).equal("status", status);
        if (!sessions.isForStaff(session)) {
            if (!caller.get().may(AccessRule.READ_OWN_REGISTRATIONS)) {
                throw ProblemException.notFound();
            }
            filter.equal("subject", caller.get().subject());
        }
        var page = registrations.ofSession(filter, request);
        var places = registrations.placesInQueue(page.items());
        return page.map(one -> show(one, session, places.get(one.id())));
    }

    /** The caller's own registrations. */
    @Transactional
    Page<RegistrationResponse> own(RegistrationStatus status, PageRequest request) {
        var filter = new Filter().equal("subject", caller.get().subject()).equal("status", status);
        var page = registrations.ofPerson(filter, request);
        var places = registrations.placesInQueue(page.items());
        var of =
                sessions.byId(page.items().stream().map(Registration::sessionId).toList());
        return page.map(one -> show(one, of.get(one.sessionId()), places.get(one.id())));
    }

    @Transactional
    RegistrationResponse get(UUID sessionId, UUID id) {
        var session = sessions.get(sessionId);
        var registration = registrations
                .findByIdOptional(id)
                .filter(one -> one.sessionId().equals(sessionId) && (sessions.isForStaff(session) || isOwn(one)))
                .orElseThrow(ProblemException::notFound);
        return show(registration, session, registrations.placeInQueue(registration));
    }

    /** The session, locked; 404 when there is none, 409 when it takes no registrations now. */
    private TrainingSession lockOpen(UUID sessionId) {
        var session = sessions.lock(sessionId);
        session.require(SessionAction.REGISTRATIONS, calendar.today());
        return session;
    }

    /** The registration, locked; 404 unless the caller may change it. */
    private Registration forChange(UUID sessionId, UUID id) {
        return registrations
                .findForChange(id)
                .filter(one -> one.sessionId().equals(sessionId) && mayChange(one))
                .orElseThrow(ProblemException::notFound);
    }

    private boolean mayChange(Registration registration) {
        return caller.get().may(AccessRule.READ_TRAININGS) || isOwn(registration);
    }

    private boolean isOwn(Registration registration) {
        return caller.get().may(AccessRule.READ_OWN_REGISTRATIONS)
                && caller.get().subject().equals(registration.subject());
    }

    private RegistrationResponse changed(Registration registration, TrainingSession session) {
        registrations.flush();
        return withoutPerson(registration, session, registrations.placeInQueue(registration));
    }

    private RegistrationResponse show(Registration registration, TrainingSession session, Integer placeInQueue) {
        return RegistrationResponse.from(
                registration, session, placeInQueue, registration.person(data), allowedActions(registration, session));
    }

    /** The answer to a write. It is stored for a repeated request, so it has no personal data. */
    private RegistrationResponse withoutPerson(
            Registration registration, TrainingSession session, Integer placeInQueue) {
        return RegistrationResponse.from(
                registration,
                session,
                placeInQueue,
                SealedPerson.Person.UNKNOWN,
                allowedActions(registration, session));
    }

    private List<String> allowedActions(Registration registration, TrainingSession session) {
        var allowed = new ArrayList<String>();
        if (!mayChange(registration)) {
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
}
