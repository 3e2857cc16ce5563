package nl.doorlichting.training.advicequestions;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;

/**
 * Which questions a list shows.
 *
 * @param fields conditions on single fields
 * @param statuses any of these; all but withdrawn ones for null and none
 * @param overdue only those past their term without an answer, or only others; null is both
 * @param assignedTo subject, or {@link #NOBODY}; null is anybody
 */
record AdviceQuestionQuery(Filter fields, List<AdviceQuestionStatus> statuses, Boolean overdue, String assignedTo) {
    private static final String NOBODY = "NOT_STATED";

    /** The conditions on this day. Only the desk sees to whom a question is assigned. */
    Filter on(LocalDate today, boolean desk) {
        var wanted = statuses == null || statuses.isEmpty()
                ? "e.withdrawnAt is null"
                : statuses.stream()
                        .map(status -> "(" + status.condition() + ")")
                        .distinct()
                        .collect(Collectors.joining(" or ", "(", ")"));
        where(wanted, today);
        if (overdue != null) {
            where((overdue ? "(" : "not (") + AdviceQuestionStatus.OVERDUE.condition() + ")", today);
        }
        if (assignedTo == null) {
            return fields;
        }
        if (!desk) {
            return fields.where("1 = 0");
        }
        return assignedTo.equals(NOBODY)
                ? fields.where("e.assignedTo is null")
                : fields.equal("assignedTo", assignedTo);
    }

    private void where(String condition, LocalDate today) {
        if (condition.contains(":today")) {
            fields.where(condition, "today", today);
        } else {
            fields.where(condition);
        }
    }
}
