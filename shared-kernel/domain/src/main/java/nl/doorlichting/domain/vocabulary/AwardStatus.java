package nl.doorlichting.domain.vocabulary;

/** How far an award is. Source: docs/design/rules.md#awards; Awb title 4.2. */
public enum AwardStatus {
    GRANTED,
    AMENDED,
    ACCOUNTED,
    SETTLED,
    REVOKED,
    PAID
}
