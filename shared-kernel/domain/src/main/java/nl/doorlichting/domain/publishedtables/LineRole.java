package nl.doorlichting.domain.publishedtables;

/** What a row or a column of a published table is in its sums. */
public enum LineRole {
    ITEM,
    SUBTOTAL,
    TOTAL,
    APART
}
