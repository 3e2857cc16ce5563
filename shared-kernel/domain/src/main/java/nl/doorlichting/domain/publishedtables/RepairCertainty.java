package nl.doorlichting.domain.publishedtables;

/** Whether one repair stands out among those that mend the sums. */
public enum RepairCertainty {
    CERTAIN,
    UNDECIDED
}
