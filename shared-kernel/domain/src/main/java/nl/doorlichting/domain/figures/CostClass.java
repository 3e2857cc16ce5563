package nl.doorlichting.domain.figures;

/** What the time of an answer depends on. */
public enum CostClass {
    /** On neither the number of records nor that of the groups that they make: everyday questions, and those of one project. */
    FLAT,
    /** On the number of different groups that records make. */
    WIDE,
    /** On the number of records. */
    ENTRIES
}
