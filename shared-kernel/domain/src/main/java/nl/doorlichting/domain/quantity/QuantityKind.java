package nl.doorlichting.domain.quantity;

/** What is known about a count. Source: docs/design/figures.md#quantity. */
public enum QuantityKind {
    EXACT,
    APPROXIMATE,
    RANGE,
    AT_LEAST,
    VAGUE,
    NOT_MEASURED
}
