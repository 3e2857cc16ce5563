package nl.doorlichting.domain.reach;

/** Whether a figure may be added to the total, or hides in it already. Source: docs/design/figures.md#tallies. */
public enum Inclusion {
    /** A figure of its own. */
    ADDED,
    /** A total as its source gives it: added, but in no municipality's row, where its parts may stand. */
    TALLY,
    /** Part of a tally, which counts it. */
    IN_TALLY,
    /** Perhaps part of a tally: not added either, but said in a note. */
    UNKNOWN
}
