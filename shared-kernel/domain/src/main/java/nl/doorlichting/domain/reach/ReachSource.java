package nl.doorlichting.domain.reach;

/** Who counted. The two may have reached the same people and are never summed. Source: docs/design/figures.md#reach. */
public enum ReachSource {
    INVENTORY,
    TRAINING
}
