package nl.doorlichting.funding.schemes;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
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

    /** Only schemes of one of these statuses on this day; all if there are none. */
    static Filter narrow(Filter filter, List<OpportunityStatus> statuses, LocalDate today) {
        if (statuses.isEmpty()) {
            return filter;
        }
        var any = statuses.stream().map(status -> status.condition).collect(Collectors.joining(") or (", "((", "))"));
        return filter.where(any, "today", today);
    }
}
