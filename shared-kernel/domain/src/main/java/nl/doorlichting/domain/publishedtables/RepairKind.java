package nl.doorlichting.domain.publishedtables;

/** How the printed cell came from the proposed value. */
public enum RepairKind {
    LOST_SIGN,
    SWAPPED_DIGITS,
    SHIFTED_DECIMAL,
    DROPPED_DIGIT,
    DOUBLED_DIGIT,
    MISTYPED_DIGIT,
    MISSING_CELL,
    MISREAD_TEXT,
    MOVED_CELL,
    OTHER_VALUE
}
