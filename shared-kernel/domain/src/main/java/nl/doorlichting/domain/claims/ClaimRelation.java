package nl.doorlichting.domain.claims;

/** How the result stands to the stated figure, if a claim holds. */
public enum ClaimRelation {
    /** As much, but for the tolerance. */
    EQUAL,
    /** As much or more. */
    AT_LEAST,
    /** As much or less. */
    AT_MOST
}
