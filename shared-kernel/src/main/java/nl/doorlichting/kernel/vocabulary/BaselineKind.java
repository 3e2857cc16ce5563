package nl.doorlichting.kernel.vocabulary;

/** Whether an indicator was measured before the work began (nulmeting). */
public enum BaselineKind {
    TAKEN,
    NONE_TAKEN
}
