package nl.doorlichting.reporting.publication;

/** Whether the public may see it. Source: docs/design/roles.md#public. */
public enum PublicationStatus {
    DRAFT,
    PUBLISHED
}
