package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request to complete an application (Awb 4:5).
 *
 * @param deadline last day to complete the application, in the future
 * @param missing what the applicant is to add, in words
 */
@Schema(name = "ApplicationCompletionRequest")
public record CompletionRequest(
        @NotNull LocalDate deadline,
        @NotBlank @Size(max = 5000) String missing) implements HasCrossFieldRules {

    @Override
    public List<Violation> crossViolations() {
        if (deadline == null || deadline.isBefore(Period.LATEST)) {
            return List.of();
        }
        return List.of(Violation.body(
                "/deadline",
                ViolationCode.OUT_OF_RANGE,
                Map.of("maximum", Period.LATEST.minusDays(1).toString()),
                Text.of("day.too-far")));
    }
}
