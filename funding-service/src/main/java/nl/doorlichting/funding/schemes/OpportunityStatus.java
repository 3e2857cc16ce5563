package nl.doorlichting.funding.schemes;

import java.time.LocalDate;
import nl.doorlichting.platform.lists.Filter;

/** Whether organisations can apply for money of a scheme today. */
public enum OpportunityStatus {
    OPEN("(e.openFrom is null or e.openFrom <= :today) and (e.openUntil is null or e.openUntil > :today)"),
    SOON("e.openFrom > :today"),
    CLOSED("e.openUntil <= :today");

    private final String condition;

    OpportunityStatus(String condition) {
        this.condition = condition;
    }

    /** Of a scheme that is open from one day until another, on this day; both may be null. */
    static OpportunityStatus of(LocalDate openFrom, LocalDate openUntil, LocalDate today) {
        if (openFrom != null && openFrom.isAfter(today)) {
            return SOON;
        }
        return openUntil == null || openUntil.isAfter(today) ? OPEN : CLOSED;
    }

    /** Only schemes of this status on this day. */
    Filter narrow(Filter filter, LocalDate today) {
        return filter.where(condition, "today", today);
    }
}
