package nl.doorlichting.domain.releases;

/** Why a cell differs from the one of an earlier release. Of several reasons the last in this order is given. */
public enum ChangeReason {
    /** Figures that were not there. */
    NEW,
    /** Figures that were corrected. */
    CORRECTION,
    /** Figures that were withdrawn. */
    WITHDRAWN,
    /** Figures that stand in another cell now, or are calculated in another way. */
    RECLASSIFIED,
    /** Another register of municipalities. */
    BOUNDARY
}
