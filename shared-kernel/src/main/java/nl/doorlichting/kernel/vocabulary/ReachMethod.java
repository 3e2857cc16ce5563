package nl.doorlichting.kernel.vocabulary;

/** How a reach figure was come by. */
public enum ReachMethod {
    REGISTERED,
    COUNTED,
    ESTIMATED
}
