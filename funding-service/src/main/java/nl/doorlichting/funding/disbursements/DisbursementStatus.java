package nl.doorlichting.funding.disbursements;

/** How far a payment is. Source: docs/design/rules.md#payments. */
public enum DisbursementStatus {
    RESERVED,
    RELEASED,
    CANCELLED
}
