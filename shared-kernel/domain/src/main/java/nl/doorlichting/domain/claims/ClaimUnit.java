package nl.doorlichting.domain.claims;

/** What a figure counts. */
public enum ClaimUnit {
    /** A person who takes part twice counts twice. */
    PARTICIPATIONS,
    /** Different people. Reports count participations, which are at least as many. */
    PEOPLE,
    SESSIONS,
    PROJECTS,
    REPORTS,
    SIDE_EFFECTS,
    /** Points on a scale from 1 to 10. */
    POINTS,
    EUR,
    /** How many times as much. */
    TIMES,
    /** Hundredths. */
    PERCENT;

    /** Whether a claim in this unit can be about a figure in the other one. */
    public boolean isStatedOf(ClaimUnit figure) {
        return this == figure || this == PEOPLE && figure == PARTICIPATIONS;
    }
}
