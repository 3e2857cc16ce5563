package nl.doorlichting.domain.reach;

/** What a note is about, in the order of an answer. Source: docs/design/figures.md#reach. */
public enum ReachNoteCode {
    /** Observations left out because their period lies only partly within the one asked for. */
    PARTIAL_OVERLAP("their period lies partly outside the one asked for: left out"),
    /** Observations over several municipalities, which stand in no municipality's row. */
    SEVERAL_PLACES("over several municipalities: not divided, and in no municipality's row"),
    /** Observations that the map of the day asked for cannot place. */
    SPLIT("in no one municipality of the day asked for"),
    /** Observations that may be part of a tally, and are therefore in no total. */
    INCLUSION_UNKNOWN("may be part of a tally: in rows of municipalities only, never in totals"),
    /** Rows and totals without a figure because their periods overlap. */
    OVERLAPPING_PERIODS("periods that partly overlap cannot be added"),
    /** Different lengths of period in one answer. */
    UNEQUAL_PERIODS("periods of different length do not compare");

    private final String meaning;

    ReachNoteCode(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
