package nl.doorlichting.training.trainingsessions;

/** The state of a training session. Source: docs/design/rules.md#training-sessions. */
public enum TrainingSessionStatus {
    PLANNED,
    CONFIRMED,
    HELD,
    CANCELLED
}
