package nl.doorlichting.reporting.catalogue;

/** What kind of thing the public catalogue shows. Source: docs/design/roles.md#public. */
public enum CatalogueKind {
    PROJECT,
    LESSON,
    PRODUCT,
    PUBLISHED_TABLE,
    CLAIM
}
