package nl.doorlichting.funding.conditions;

import java.time.LocalDate;

/** How a condition stands today. Source: docs/design/rules.md#conditions; Awb 4:37. */
public enum ConditionStatus {
    OPEN,
    FULFILLED,
    OVERDUE,
    BREACHED;

    /**
     * How a condition stands today. A condition that the state cannot enforce is never breached.
     *
     * @param dueOn null when no day is set
     * @param fulfilledOn null while it is not fulfilled
     */
    static ConditionStatus of(boolean enforceable, LocalDate dueOn, LocalDate fulfilledOn, LocalDate today) {
        if (fulfilledOn != null) {
            return FULFILLED;
        }
        if (dueOn == null || !today.isAfter(dueOn)) {
            return OPEN;
        }
        return enforceable ? BREACHED : OVERDUE;
    }
}
