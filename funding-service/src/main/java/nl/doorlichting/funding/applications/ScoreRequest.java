package nl.doorlichting.funding.applications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an application does on one criterion.
 *
 * @param score 1 (bad) to 5 (good)
 */
@Schema(name = "ApplicationScoreRequest")
public record ScoreRequest(
        @NotNull AssessmentCriterion criterion,
        @NotNull @Min(1) @Max(5) Integer score,
        @Size(min = 1, max = 2000) String remark) {

    Score toScore() {
        return new Score(criterion, score, remark);
    }
}
