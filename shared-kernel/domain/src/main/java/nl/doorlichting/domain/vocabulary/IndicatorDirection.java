package nl.doorlichting.domain.vocabulary;

/** Which way an indicator gets better. */
public enum IndicatorDirection {
    UP,
    DOWN
}
