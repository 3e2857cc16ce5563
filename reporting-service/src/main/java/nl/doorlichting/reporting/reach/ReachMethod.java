package nl.doorlichting.reporting.reach;

/** How a reach figure was come by. */
public enum ReachMethod {
    REGISTERED,
    COUNTED,
    ESTIMATED
}
