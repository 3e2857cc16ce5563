package nl.doorlichting.funding.applications;

/**
 * What can be done with an application; each but the update and the assignment is a step of
 * docs/design/rules.md#applications.
 */
enum Transition {
    UPDATE("update"),
    SUBMISSION("submission"),
    WITHDRAWAL("withdrawal"),
    ASSIGNMENT("assignment"),
    COMPLETION_REQUEST("completion-request"),
    ASSESSMENT("assessment"),
    DECISION("decision");

    private final String path;

    Transition(String path) {
        this.path = path;
    }

    /** Last segment of its path, and its name in {@code allowedActions}. */
    String path() {
        return path;
    }

    /** Whether the applicant does it; the others are the officer's. */
    boolean byApplicant() {
        return this == UPDATE || this == SUBMISSION || this == WITHDRAWAL;
    }
}
