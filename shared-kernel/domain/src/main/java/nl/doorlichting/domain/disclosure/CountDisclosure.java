package nl.doorlichting.domain.disclosure;

/** How a release protects a count; a count as it is has none. Source: docs/design/figures.md#disclosure. */
public enum CountDisclosure {
    /** From 1 to 4, and not shown. */
    SMALL,
    /** The multiple of 5 below or above the count. */
    ROUNDED_5
}
