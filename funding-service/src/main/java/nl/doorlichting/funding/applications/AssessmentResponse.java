package nl.doorlichting.funding.applications;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an application was assessed.
 *
 * @param scores one for each criterion, 1 (bad) to 5 (good)
 * @param advice what decides it, according to who assessed it
 */
@Schema(name = "ApplicationAssessment")
public record AssessmentResponse(List<Score> scores, String advice, Instant assessedAt) {

    static AssessmentResponse from(Application application) {
        var assessment = application.assessment;
        return assessment == null
                ? null
                : new AssessmentResponse(List.copyOf(application.scores), assessment.advice(), assessment.at());
    }
}
