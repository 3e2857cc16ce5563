package nl.doorlichting.domain.claims;

/** Why figures do not say whether a claim holds. */
public enum UndecidedReason {
    /** The claim is about people, the figures are participations. */
    UNITS,
    /** The figures are of periods that do not compare with one another, or with that of the claim. */
    PERIODS,
    /** The figures are of kinds that do not compare, or known too roughly. */
    KINDS,
    /** Something of the figures was not measured. */
    NOT_MEASURED,
    /** The report has no such figure. */
    NO_FIGURE,
    /** The figure that is divided by may be zero or less. */
    NO_BASE,
    /** The caller may not read the report. */
    WITHHELD,
    /** The service that has the figures does not answer. */
    UNAVAILABLE
}
