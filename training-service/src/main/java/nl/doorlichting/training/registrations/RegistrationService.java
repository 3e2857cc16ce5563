package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;

/**
 * Registers people and lets them go. Each write but a correction holds the lock of its session, so that numbers are drawn
 * one after another, capacity is never exceeded, and who waits longest moves up first. No figure changes: those are of who
 * came.
 */
@ApplicationScoped
class RegistrationService {
    private final RegistrationRepository registrations;
    private final Registrants registrants;
    private final RegistrationQueue queue;
    private final RegistrationViewer viewer;

    RegistrationService(
            RegistrationRepository registrations,
            Registrants registrants,
            RegistrationQueue queue,
            RegistrationViewer viewer) {
        this.registrations = registrations;
        this.registrants = registrants;
        this.queue = queue;
        this.viewer = viewer;
    }

    @Transactional
    RegistrationResponse register(UUID sessionId, RegistrationRequest request) {
        registrants.refuse(request);
        var session = viewer.lock(sessionId, SessionAction.REGISTRATIONS);
        registrants.refuseSecond(sessionId, request);
        var made = registrants.madeForCaller(sessionId, request);
        if (made.isPresent()) {
            registrants.takeOver(made.get(), request);
            return changed(made.get(), session);
        }
        // The moment after the lock, so that who came later is later.
        var now = viewer.now();
        var admitted = new Registration(Ids.next(now), sessionId, session.admit(), request.profession());
        var registration = registrants.enter(admitted, request, now);
        registrations.persist(registration);
        return viewer.answer(registration, session, registration.isWaiting() ? session.waiting() : null);
    }

    @Transactional
    RegistrationResponse cancel(UUID sessionId, UUID id) {
        var session = viewer.lock(sessionId, SessionAction.REGISTRATIONS);
        var registration = disposable(sessionId, id);
        queue.leave(registration, session);
        return changed(registration, session);
    }

    /** Whose registration it is was written down wrongly. */
    @Transactional
    RegistrationResponse correct(UUID sessionId, UUID id, String ifMatch, MergePatch patch) {
        var registration = disposable(sessionId, id);
        IfMatch.refuseStale(ifMatch, registration.etag());
        registrants.correct(
                registration, patch.applyTo(registrants.requestOf(registration), RegistrationRequest.class));
        registrations.nextVersion(registration);
        return changed(registration, viewer.session(sessionId));
    }

    /** What is known of the person is forgotten, and the registration cancelled while the session is upcoming. */
    @Transactional
    RegistrationResponse erase(UUID sessionId, UUID id) {
        var session = viewer.lock(sessionId);
        var registration = disposable(sessionId, id);
        queue.erase(registration, session);
        return changed(registration, session);
    }

    private Registration disposable(UUID sessionId, UUID id) {
        return registrations
                .findForChange(id)
                .filter(one -> one.sessionId.equals(sessionId) && viewer.disposesOf(one))
                .orElseThrow(ProblemException::notFound);
    }

    private RegistrationResponse changed(Registration registration, TrainingSession session) {
        registrations.flush();
        return viewer.answer(registration, session, registrations.placeInQueue(registration));
    }
}
