package nl.doorlichting.funding.schemes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A duty that each award under the scheme gets a copy of.
 *
 * @param text what the recipient has to do, in words
 * @param enforceable true where the state may do something about it when the duty is not fulfilled (Awb 4:37). Of a
 *     decentralisation grant it never may: its awards get a copy with false, and a decision with true is 400
 * @param dueDate last day to fulfil it, not beside dueDaysAfterAward; absent where it counts from the award, or has no
 *     term
 * @param dueDaysAfterAward last day to fulfil it, in calendar days after the day of the decision, not beside dueDate;
 *     absent where it has a fixed day, or no term
 */
public record SchemeConditionRequest(
        @NotBlank @Size(max = 2000) String text,
        @NotNull Boolean enforceable,
        LocalDate dueDate,
        @Min(0) @Max(36_500) Integer dueDaysAfterAward) {

    static SchemeConditionRequest of(SchemeCondition condition) {
        return new SchemeConditionRequest(
                condition.text(), condition.enforceable(), condition.dueDate(), condition.dueDaysAfterAward());
    }

    /** Notes conditions of a request that are due on a day and so many days after the award; null passes. */
    public static void check(List<SchemeConditionRequest> conditions, List<Violation> violations) {
        for (int i = 0; conditions != null && i < conditions.size(); i++) {
            var condition = conditions.get(i);
            if (condition != null && condition.dueDate() != null && condition.dueDaysAfterAward() != null) {
                violations.add(Violation.body(
                        "/conditions/" + i + "/dueDaysAfterAward",
                        ViolationCode.NOT_ALLOWED,
                        Text.of("scheme.condition-due-twice")));
            }
        }
    }

    public SchemeCondition toCondition() {
        return new SchemeCondition(text, enforceable, dueDate, dueDaysAfterAward);
    }
}
