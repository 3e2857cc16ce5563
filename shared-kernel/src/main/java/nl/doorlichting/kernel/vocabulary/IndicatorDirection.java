package nl.doorlichting.kernel.vocabulary;

/** Which way an indicator gets better. */
public enum IndicatorDirection {
    UP,
    DOWN
}
