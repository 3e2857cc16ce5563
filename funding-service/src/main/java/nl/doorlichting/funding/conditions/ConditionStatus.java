package nl.doorlichting.funding.conditions;

/** How a condition stands today. Source: docs/design/rules.md#conditions; Awb 4:37. */
public enum ConditionStatus {
    OPEN,
    FULFILLED,
    OVERDUE,
    BREACHED
}
