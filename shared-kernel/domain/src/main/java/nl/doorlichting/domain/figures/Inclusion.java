package nl.doorlichting.domain.figures;

/** Whether a figure is added to the total, or is already part of it. Source: docs/design/figures.md#tallies. */
public enum Inclusion {
    /** A figure of its own. */
    ADDED,
    /** A total from its source: added, but in no row of a municipality, because its parts may be there. */
    TALLY,
    /** Part of a tally that already counts it. */
    IN_TALLY,
    /** Perhaps part of a tally: not added, and mentioned in a note. */
    UNKNOWN;

    boolean isAdded() {
        return this == ADDED || this == TALLY;
    }
}
