package nl.doorlichting.training.evaluations;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer as it was received. It has no id, because no client can ask for one answer.
 *
 * @param rating overall rating, from 1 (worst) to 10 (best)
 */
public record EvaluationResponse(
        UUID trainingSessionId,
        int rating,
        @Schema(nullable = true) Boolean knowledgeGained,
        @Schema(nullable = true) Boolean applicable,
        @Schema(nullable = true) Boolean sharedWithPartners,
        @Schema(nullable = true) String remarks) {

    static EvaluationResponse from(UUID sessionId, EvaluationRequest request) {
        return new EvaluationResponse(
                sessionId,
                request.rating(),
                request.knowledgeGained(),
                request.applicable(),
                request.sharedWithPartners(),
                request.remarks());
    }
}
