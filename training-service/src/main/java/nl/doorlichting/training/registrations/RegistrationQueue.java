package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.WaitingList;

/** The queue of a session, in the order of the numbers. */
@ApplicationScoped
class RegistrationQueue implements WaitingList {
    private final RegistrationRepository registrations;
    private final DutchCalendar calendar;

    RegistrationQueue(RegistrationRepository registrations, DutchCalendar calendar) {
        this.registrations = registrations;
        this.calendar = calendar;
    }

    /** Cancels the registration and gives its place to the person who waits longest. */
    void leave(Registration registration, TrainingSession session) {
        var waited = registration.isWaiting();
        registration.cancel(calendar.now());
        session.left(waited);
        moveUp(session);
    }

    /** Erases the person, and gives up a place in an upcoming session, which would stay empty. */
    void erase(Registration registration, TrainingSession session) {
        registration.erase(calendar.now());
        if (!registration.isCancelled() && session.allows(SessionAction.REGISTRATIONS, calendar.today())) {
            leave(registration, session);
        }
    }

    @Override
    public void moveUp(TrainingSession session) {
        var places = session.toMoveUp();
        if (places > 0) {
            session.movedUp(registrations.moveUp(session.id(), places, calendar.now()));
        }
    }
}
