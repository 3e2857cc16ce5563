package nl.doorlichting.training.trainingsessions;

/** How far a training session is. Source: docs/design/rules.md#training-sessions. */
public enum TrainingSessionStatus {
    PLANNED,
    CONFIRMED,
    HELD,
    CANCELLED
}
