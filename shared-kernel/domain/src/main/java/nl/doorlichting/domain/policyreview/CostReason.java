package nl.doorlichting.domain.policyreview;

/** Why there is no cost per participation. */
public enum CostReason {
    /** No project has both money and counted reach, or its reach is of several intensities. */
    NOT_ATTRIBUTABLE
}
