package nl.doorlichting.reporting.releases;

/** Whether figures are expected to change in a later release. Source: docs/design/figures.md#releases. */
public enum ReleaseCertainty {
    PROVISIONAL,
    FINAL
}
