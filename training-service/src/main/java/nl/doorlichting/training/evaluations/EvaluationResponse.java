package nl.doorlichting.training.evaluations;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer as it was received. It has no id: nobody can ask for one answer, its giver included. */
public record EvaluationResponse(
        UUID trainingSessionId,
        int rating,
        @Schema(nullable = true) Boolean knowledgeGained,
        @Schema(nullable = true) Boolean applicable,
        @Schema(nullable = true) Boolean sharedWithPartners,
        @Schema(nullable = true) String remarks) {

    static EvaluationResponse from(Evaluation evaluation) {
        return new EvaluationResponse(
                evaluation.sessionId,
                evaluation.rating,
                evaluation.knowledgeGained,
                evaluation.applicable,
                evaluation.sharedWithPartners,
                evaluation.remarks);
    }
}
