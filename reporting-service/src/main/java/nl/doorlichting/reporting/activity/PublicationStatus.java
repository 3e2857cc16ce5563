package nl.doorlichting.reporting.activity;

/** Whether the public may see it. Source: docs/design/roles.md#public. */
public enum PublicationStatus {
    DRAFT,
    PUBLISHED
}
