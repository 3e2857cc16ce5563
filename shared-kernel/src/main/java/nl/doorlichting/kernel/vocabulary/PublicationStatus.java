package nl.doorlichting.kernel.vocabulary;

/** Whether the public may see it. Source: docs/design/roles.md#public. */
public enum PublicationStatus {
    DRAFT,
    PUBLISHED
}
