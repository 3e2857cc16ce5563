package nl.doorlichting.training.trainingsessions;

/** Those who wait for a place. Sessions ask it, and do not know what a registration is. */
public interface WaitingList {
    /** Gives the session's free places to those who wait longest; the session is locked by the caller. */
    void moveUp(TrainingSession session);
}
