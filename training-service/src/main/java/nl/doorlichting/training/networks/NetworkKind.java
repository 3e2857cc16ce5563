package nl.doorlichting.training.networks;

/** What a network is for. Source: policy review 25.1, lines 420-442, 462, 496-500. */
public enum NetworkKind {
    PLATFORM,
    INTERVISION,
    INTERNATIONAL,
    CONSULTATION
}
