package nl.doorlichting.training.trainingsessions;

/** How far a session is. */
public enum TrainingSessionStatus {
    /** Recorded, and nobody has said that it took place. */
    PLANNED,
    /** Took place, with the head count to show for it. */
    HELD
}
