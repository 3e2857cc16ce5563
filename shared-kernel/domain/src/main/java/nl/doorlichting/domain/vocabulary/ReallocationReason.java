package nl.doorlichting.domain.vocabulary;

/** Why money moved. Source: docs/design/rules.md#budget. */
public enum ReallocationReason {
    OTHER_PRIORITY,
    CUT_OR_UNSPENT,
    YEAR_END_MARGIN,
    TRANSFER
}
