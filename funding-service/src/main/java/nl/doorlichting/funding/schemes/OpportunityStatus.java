package nl.doorlichting.funding.schemes;

import java.time.LocalDate;
import nl.doorlichting.platform.lists.Filter;

/** Whether organisations can apply for money of a scheme today. */
public enum OpportunityStatus {
    OPEN("(e.openFrom is null or e.openFrom <= :today) and e.closesOn > :today"),
    SOON("e.openFrom > :today and e.closesOn > :today"),
    CLOSED("e.closesOn <= :today");

    private final String condition;

    OpportunityStatus(String condition) {
        this.condition = condition;
    }

    /** Of a scheme that is open from one day until another, on this day; the first may be null. */
    static OpportunityStatus of(LocalDate openFrom, LocalDate closesOn, LocalDate today) {
        if (!closesOn.isAfter(today)) {
            return CLOSED;
        }
        return openFrom != null && openFrom.isAfter(today) ? SOON : OPEN;
    }

    /** Only schemes of this status on this day. */
    Filter narrow(Filter filter, LocalDate today) {
        return filter.where(condition, "today", today);
    }
}
