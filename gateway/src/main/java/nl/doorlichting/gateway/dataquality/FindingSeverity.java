package nl.doorlichting.gateway.dataquality;

/** How much a finding matters. The gravest comes first. */
public enum FindingSeverity {
    /** Figures are wrong, or stand where they do not belong. */
    ERROR,
    /** Figures may be wrong, or are not what a reader takes them for. */
    WARNING,
    /** Something is no longer certain. */
    NOTICE
}
