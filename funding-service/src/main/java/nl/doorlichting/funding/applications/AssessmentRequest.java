package nl.doorlichting.funding.applications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import nl.doorlichting.funding.schemes.AssessmentCriterion;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An assessment on the merits.
 *
 * @param scores one score for each of the five criteria, from 1 (poor) to 5 (very good); 400 where one is missing or
 *     twice
 * @param advice advice on the decision, in words
 * @param reason why an earlier assessment is corrected, in words; required where the application has one, else absent
 */
@Schema(name = "ApplicationAssessmentRequest")
public record AssessmentRequest(
        @NotEmpty @Size(max = 20) List<@NotNull @Valid CriterionScore> scores,
        @NotBlank @Size(max = 5000) String advice,
        @Size(min = 1, max = 2000) String reason)
        implements HasCrossFieldRules {
    /**
     * How an application does on one criterion.
     *
     * @param score score of the criterion, from 1 (poor) to 5 (very good)
     * @param remark why this score, in words; absent where none is given
     */
    @Schema(name = "ApplicationScoreRequest")
    public record CriterionScore(
            @NotNull AssessmentCriterion criterion,
            @NotNull @Min(1) @Max(5) Integer score,
            @Size(min = 1, max = 2000) String remark) {

        Score toScore() {
            return new Score(criterion, score, remark);
        }
    }

    @Override
    public List<Violation> crossViolations() {
        var violations = new ArrayList<Violation>();
        if (scores == null || scores.isEmpty()) {
            return violations;
        }
        var missing = EnumSet.allOf(AssessmentCriterion.class);
        for (int i = 0; i < scores.size(); i++) {
            var criterion = scores.get(i) == null ? null : scores.get(i).criterion();
            if (criterion != null && !missing.remove(criterion)) {
                violations.add(Violation.body(
                        "/scores/" + i + "/criterion",
                        ViolationCode.NOT_ALLOWED,
                        Text.of("assessment.criterion-twice")));
            }
        }
        if (!missing.isEmpty()) {
            violations.add(Violation.body(
                    "/scores",
                    ViolationCode.REQUIRED,
                    Map.of("missing", List.copyOf(missing)),
                    Text.of("assessment.criterion-missing")));
        }
        return violations;
    }
}
