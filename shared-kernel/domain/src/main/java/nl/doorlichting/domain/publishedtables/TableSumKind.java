package nl.doorlichting.domain.publishedtables;

/** What a sum of a published table runs over. */
public enum TableSumKind {
    ROW,
    COLUMN,
    GRAND_TOTAL,
    IDENTITY
}
