package nl.doorlichting.training.registrations;

/** The state of a registration for a training session. Source: docs/design/rules.md#training-sessions. */
public enum RegistrationStatus {
    REGISTERED,
    WAITLISTED,
    CANCELLED
}
