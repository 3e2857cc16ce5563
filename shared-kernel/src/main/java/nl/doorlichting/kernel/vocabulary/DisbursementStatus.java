package nl.doorlichting.kernel.vocabulary;

/** How far a payment is. Source: docs/design/rules.md#payments. */
public enum DisbursementStatus {
    RESERVED,
    RELEASED,
    CANCELLED
}
