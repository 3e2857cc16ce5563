package nl.doorlichting.reporting.releases;

/** Why a cell differs from that of the release before. Source: docs/design/figures.md#releases. */
public enum ChangeReason {
    /** Figures that were recorded, or whose report was approved, since. */
    NEW,
    /** Figures that were corrected since. */
    CORRECTION,
    /** Figures that were withdrawn since. */
    WITHDRAWN,
    /** Figures that moved from one cell to another since. */
    RECLASSIFIED,
    /** Another municipality register. */
    BOUNDARY
}
