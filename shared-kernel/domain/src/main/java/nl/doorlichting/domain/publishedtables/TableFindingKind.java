package nl.doorlichting.domain.publishedtables;

/** What is wrong in a published table. */
public enum TableFindingKind {
    SUM_DIFFERS,
    MALFORMED_CELL,
    ODD_FORMAT
}
