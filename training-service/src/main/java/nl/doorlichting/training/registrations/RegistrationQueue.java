package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.training.Today;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.WaitingList;

/** The queue of a session, in the order of the numbers that were drawn. */
@ApplicationScoped
class RegistrationQueue implements WaitingList {
    private final RegistrationRepository registrations;
    private final Today today;

    RegistrationQueue(RegistrationRepository registrations, Today today) {
        this.registrations = registrations;
        this.today = today;
    }

    @Override
    public void moveUp(TrainingSession session) {
        var places = session.toMoveUp();
        if (places > 0) {
            session.movedUp(registrations.moveUp(session.id(), places, today.now()));
        }
    }
}
