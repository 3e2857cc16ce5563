package nl.doorlichting.domain.claims;

/** Whether the figures bear a claim out. */
public enum ClaimOutcome {
    /** Whatever the figures may be within their bounds, it is as stated. */
    HOLDS,
    /** Whatever the figures may be within their bounds, it is not as stated. */
    FAILS,
    /** The figures do not say. */
    UNDECIDED
}
