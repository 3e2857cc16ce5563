package nl.doorlichting.domain.quantity;

/** What is known of a number that is computed from counts. Source: docs/design/figures.md#derived-figures. */
public enum DerivedKind {
    EXACT,
    APPROXIMATE,
    RANGE,
    AT_LEAST,
    AT_MOST
}
