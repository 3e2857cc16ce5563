package nl.doorlichting.training.trainingsessions;

/** The people who wait for a place. Registrations implement it, so that sessions do not depend on them. */
public interface WaitingList {
    /** Gives the session's free places to the people who wait longest. The caller holds the lock of the session. */
    void moveUp(TrainingSession session);
}
