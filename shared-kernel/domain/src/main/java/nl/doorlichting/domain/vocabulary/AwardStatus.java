package nl.doorlichting.domain.vocabulary;

/** The stage of an award. Source: docs/design/rules.md#awards; Awb title 4.2. */
public enum AwardStatus {
    GRANTED,
    AMENDED,
    ACCOUNTED,
    SETTLED,
    REVOKED,
    PAID,
    WITHDRAWN
}
