package nl.doorlichting.funding.conditions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A duty attached to an award.
 *
 * @param text what the recipient has to do, in words
 * @param enforceable whether the state may enforce the duty (Awb 4:37); never true for a decentralisation grant
 * @param dueOn last day to fulfil the duty, not before the award was granted; no term if absent
 * @param fulfilledOn day on which it was fulfilled, not in the future and not before the award was granted; absent
 *     while it is not
 * @param evidence what shows that it was fulfilled, in words, only beside fulfilledOn; absent while nothing does
 * @param source where the duty is written, in words; the award itself if absent
 */
@Schema(name = "AwardConditionRequest")
public record ConditionRequest(
        @NotBlank @Size(max = 2000) String text,
        @NotNull Boolean enforceable,
        LocalDate dueOn,
        LocalDate fulfilledOn,
        @Size(min = 1, max = 2000) String evidence,
        @Size(min = 1, max = 500) String source)
        implements HasCrossFieldRules {

    boolean isEnforceable() {
        return Boolean.TRUE.equals(enforceable);
    }

    @Override
    public List<Violation> crossViolations() {
        return evidence != null && fulfilledOn == null
                ? List.of(Violation.body("/fulfilledOn", ViolationCode.REQUIRED, Text.of("condition.day-required")))
                : List.of();
    }
}
