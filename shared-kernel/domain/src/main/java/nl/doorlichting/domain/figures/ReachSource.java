package nl.doorlichting.domain.figures;

/**
 * The source that counted. Both sources may have reached the same people, so their figures are never summed. Source:
 * docs/design/figures.md#reach.
 */
public enum ReachSource {
    INVENTORY,
    TRAINING
}
