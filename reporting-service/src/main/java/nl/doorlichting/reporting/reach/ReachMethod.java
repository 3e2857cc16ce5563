package nl.doorlichting.reporting.reach;

/** How a reach figure was obtained. */
public enum ReachMethod {
    REGISTERED,
    COUNTED,
    ESTIMATED
}
