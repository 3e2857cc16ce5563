package nl.doorlichting.funding.applications;

/** Where an application stands. Source: docs/design/rules.md#applications; the articles are those of the Awb. */
public enum ApplicationStatus {
    DRAFT,
    SUBMITTED,
    INCOMPLETE,
    ASSESSED,
    GRANTED,
    REFUSED,
    NOT_CONSIDERED,
    WITHDRAWN
}
