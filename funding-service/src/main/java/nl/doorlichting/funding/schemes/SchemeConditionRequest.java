package nl.doorlichting.funding.schemes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A duty that each award under the scheme gets a copy of.
 *
 * @param enforceable whether the state may do something about it when it is not fulfilled
 * @param dueDate last day to fulfil it; absent where it counts from the award, or has no term
 * @param dueDaysAfterAward last day to fulfil it, in calendar days after the day of the decision; absent where it has a
 *     fixed day, or no term
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

    SchemeCondition toCondition() {
        return new SchemeCondition(text, enforceable, dueDate, dueDaysAfterAward);
    }
}
