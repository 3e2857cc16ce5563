package nl.doorlichting.training.evaluations;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer as it was received. It has no id, because no client can ask for one answer.
 *
 * @param rating overall rating, from 1 (worst) to 10 (best)
 * @param knowledgeGained whether the participant knows more than before; null where it was not answered
 * @param applicable whether the participant can use it at work; null where it was not answered
 * @param sharedWithPartners whether it is or will be shared with partners in the network; null where it was not
 *     answered
 * @param remarks remarks in words, without names of persons; null if there are none
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
