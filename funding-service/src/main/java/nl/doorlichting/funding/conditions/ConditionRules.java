package nl.doorlichting.funding.conditions;

import java.time.LocalDate;

/**
 * How a condition stands. One that the state cannot enforce is never breached. Source: docs/design/rules.md#conditions.
 */
final class ConditionRules {
    private ConditionRules() {}

    /** The day it is due by, and the one it was fulfilled on, may be null. */
    static ConditionStatus status(boolean enforceable, LocalDate dueOn, LocalDate fulfilledOn, LocalDate today) {
        if (fulfilledOn != null) {
            return ConditionStatus.FULFILLED;
        }
        if (dueOn == null || !today.isAfter(dueOn)) {
            return ConditionStatus.OPEN;
        }
        return enforceable ? ConditionStatus.BREACHED : ConditionStatus.OVERDUE;
    }
}
