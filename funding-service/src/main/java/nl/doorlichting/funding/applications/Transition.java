package nl.doorlichting.funding.applications;

import java.util.Locale;

/**
 * What can be done with an application; each but the update and the assignment is a step of
 * docs/design/rules.md#applications.
 */
enum Transition {
    UPDATE,
    SUBMISSION,
    WITHDRAWAL,
    ASSIGNMENT,
    COMPLETION_REQUEST,
    ASSESSMENT,
    DECISION;

    /** Last segment of its path, and its name in {@code allowedActions}. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the applicant does it; the others are the officer's. */
    boolean byApplicant() {
        return this == UPDATE || this == SUBMISSION || this == WITHDRAWAL;
    }
}
