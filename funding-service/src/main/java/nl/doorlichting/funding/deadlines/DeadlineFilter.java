package nl.doorlichting.funding.deadlines;

import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.platform.lists.Filter;

/**
 * A filter of deadlines. Null does not filter.
 *
 * @param until due before this day
 */
record DeadlineFilter(
        List<String> programme,
        List<DeadlineKind> kind,
        List<String> organisationId,
        List<String> officer,
        Boolean overdue,
        LocalDate until) {
    private static final String OVERDUE = "(e.enforceable = true and e.due < :today)";

    Filter toFilter(LocalDate today) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("kind", kind)
                .equal("organisationId", organisationId)
                .equal("officer", officer);
        if (overdue != null) {
            filter.where(overdue ? OVERDUE : "not " + OVERDUE, "today", today);
        }
        return until == null ? filter : filter.where("e.due < :until", "until", until);
    }
}
