package nl.doorlichting.domain.vocabulary;

/** Whether an indicator was measured before the work began (nulmeting). */
public enum BaselineKind {
    TAKEN,
    NONE_TAKEN
}
