package nl.doorlichting.domain.figures.oracle;

/** A rule of reach that random records and questions put to the test where a test asks for it. */
public enum ReachRule {
    /** A figure is added wherever no tally that may hold it counts. */
    INCLUSION,
    /** A sum stands over periods that overlap partly; only tallies that may hold one another have none. */
    OVERLAPPING_TALLIES,
    /** A filter leaves out what does not state the field, with a note; NOT_STATED asks for it. */
    NOT_STATED,
    /** Several municipalities stand in their one province or municipality; a filter of several places holds them. */
    SEVERAL_PLACES,
    /** A divided municipality stands in the one province, or in the places asked for, that all its parts are in. */
    DIVIDED_MUNICIPALITIES,
    /** Of figures that are declared to overlap, the largest lowest counts. */
    DECLARED_OVERLAPS,
    /** A note says that the register ends before the days or the map asked for. */
    REGISTER_ENDS,
    /** A withdrawn figure counts nowhere. */
    WITHDRAWAL,
    /** A filter has several values. */
    SEVERAL_VALUES
}
