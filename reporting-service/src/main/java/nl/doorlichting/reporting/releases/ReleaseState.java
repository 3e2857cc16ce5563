package nl.doorlichting.reporting.releases;

/** How far a release is. Source: docs/design/rules.md#releases. */
public enum ReleaseState {
    PREPARED,
    PUBLISHED,
    DISCARDED
}
