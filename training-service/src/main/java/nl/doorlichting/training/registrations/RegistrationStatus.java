package nl.doorlichting.training.registrations;

/** How a sign-up for a training session stands. Source: docs/design/rules.md#training-sessions. */
public enum RegistrationStatus {
    REGISTERED,
    WAITLISTED,
    CANCELLED
}
