package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.training.trainingsessions.TrainingSessions;

/** Shows registrations to who may see them. */
@ApplicationScoped
class RegistrationListService {
    private final RegistrationRepository registrations;
    private final TrainingSessions sessions;
    private final RegistrationViewer viewer;

    RegistrationListService(
            RegistrationRepository registrations, TrainingSessions sessions, RegistrationViewer viewer) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.viewer = viewer;
    }

    @Transactional
    Page<RegistrationResponse> ofSession(UUID sessionId, RegistrationStatus status, PageRequest request) {
        var session = sessions.get(sessionId);
        var page = registrations.ofSession(viewer.ofSession(session).equal("status", status), request);
        var places = registrations.placesInQueue(page.items());
        return page.map(one -> viewer.show(one, session, places.get(one.id)));
    }

    @Transactional
    Page<RegistrationResponse> own(RegistrationStatus status, PageRequest request) {
        var page = registrations.ofPerson(viewer.own(new Filter()).equal("status", status), request);
        var places = registrations.placesInQueue(page.items());
        var of = sessions.byId(page.items().stream().map(one -> one.sessionId).toList());
        return page.map(one -> viewer.show(one, of.get(one.sessionId), places.get(one.id)));
    }

    @Transactional
    RegistrationResponse get(UUID sessionId, UUID id) {
        var session = sessions.get(sessionId);
        var registration = registrations
                .findByIdOptional(id)
                .filter(one -> one.sessionId.equals(sessionId) && viewer.sees(one, session))
                .orElseThrow(ProblemException::notFound);
        return viewer.show(registration, session, registrations.placeInQueue(registration));
    }
}
