package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.training.DutchCalendar;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.WaitingList;

/** The queue of a session, in the order of the numbers that were drawn. */
@ApplicationScoped
class RegistrationQueue implements WaitingList {
    private final RegistrationRepository registrations;
    private final DutchCalendar calendar;

    RegistrationQueue(RegistrationRepository registrations, DutchCalendar calendar) {
        this.registrations = registrations;
        this.calendar = calendar;
    }

    /** The place, or that in the queue, is given up, and goes to the one who waits longest. */
    void leave(Registration registration, TrainingSession session) {
        var waited = registration.isWaiting();
        registration.cancel(calendar.now());
        session.left(waited);
        moveUp(session);
    }

    /** Forgets whose registration it is. Nobody would come to what is upcoming: that place is given up. */
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
