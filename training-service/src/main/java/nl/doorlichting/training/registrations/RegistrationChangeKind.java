package nl.doorlichting.training.registrations;

/** What changed for a person who registered. */
enum RegistrationChangeKind {
    REGISTERED,
    MOVED_UP,
    CANCELLED,
    SESSION_CANCELLED,
    SESSION_MOVED,
    SESSION_WITHDRAWN
}
