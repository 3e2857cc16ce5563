package nl.doorlichting.funding.conditions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;

/** How a condition stands today. Source: docs/design/rules.md#conditions; Awb 4:37. */
public enum ConditionStatus {
    OPEN("e.fulfilledOn is null and e.awardRevoked = false and (e.dueOn is null or e.dueOn >= :today)"),
    FULFILLED("e.fulfilledOn <= :today"),
    OVERDUE("e.fulfilledOn is null and e.awardRevoked = false and e.dueOn < :today and e.enforceable = false"),
    BREACHED("e.fulfilledOn is null and e.awardRevoked = false and e.dueOn < :today and e.enforceable = true"),
    /** Its award was revoked or withdrawn before it was fulfilled. */
    LAPSED("e.fulfilledOn is null and e.awardRevoked = true");

    private final String condition;

    ConditionStatus(String condition) {
        this.condition = condition;
    }

    /** Only conditions that have one of these statuses on this day; all if there are none. */
    static Filter narrow(Filter filter, List<ConditionStatus> statuses, LocalDate today) {
        if (statuses.isEmpty()) {
            return filter;
        }
        var any = statuses.stream().map(status -> status.condition).collect(Collectors.joining(") or (", "((", "))"));
        return any.contains(":today") ? filter.where(any, "today", today) : filter.where(any);
    }

    /**
     * How a condition stands today. A condition that the state cannot enforce is never breached.
     *
     * @param awardRevoked whether its award was revoked, or a grant withdrawn: what was not fulfilled by then falls with it
     * @param dueOn null when no day is set
     * @param fulfilledOn null while it is not fulfilled
     */
    static ConditionStatus of(
            boolean awardRevoked, boolean enforceable, LocalDate dueOn, LocalDate fulfilledOn, LocalDate today) {
        if (fulfilledOn != null) {
            return FULFILLED;
        }
        if (awardRevoked) {
            return LAPSED;
        }
        if (dueOn == null || !today.isAfter(dueOn)) {
            return OPEN;
        }
        return enforceable ? BREACHED : OVERDUE;
    }
}
