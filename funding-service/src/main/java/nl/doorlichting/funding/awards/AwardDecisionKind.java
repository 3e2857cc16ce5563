package nl.doorlichting.funding.awards;

/** What was decided about an award. Source: docs/design/rules.md#awards; Awb title 4.2. */
public enum AwardDecisionKind {
    GRANT,
    AMENDMENT,
    SETTLEMENT,
    REVOCATION
}
