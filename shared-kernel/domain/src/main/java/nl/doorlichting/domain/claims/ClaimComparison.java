package nl.doorlichting.domain.claims;

/** What of its figures a claim is about. */
public enum ClaimComparison {
    /** The first figure. */
    VALUE,
    /** The first and the second figure together. */
    SUM,
    /** The first figure less the second. */
    DIFFERENCE,
    /** The first figure divided by the second. */
    RATIO,
    /** The first figure as a percentage of the second, which holds it. */
    SHARE;

    /** Whether there is a second figure. */
    public boolean hasSecond() {
        return this != VALUE;
    }

    boolean isQuotient() {
        return this == RATIO || this == SHARE;
    }

    /**
     * The unit of the result for figures of this unit, in which a claim is stated.
     *
     * @param ofFigures unit of both figures
     */
    public ClaimUnit unit(ClaimUnit ofFigures) {
        return switch (this) {
            case RATIO -> ClaimUnit.TIMES;
            case SHARE -> ClaimUnit.PERCENT;
            default -> ofFigures;
        };
    }
}
