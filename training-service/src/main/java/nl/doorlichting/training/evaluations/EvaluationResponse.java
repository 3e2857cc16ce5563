package nl.doorlichting.training.evaluations;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The judgement as it was received. It has no id, because no client can ask for one judgement.
 *
 * @param trainingSessionId id of the training session that is judged
 * @param rating overall rating of the session by the participant, from 1 (worst) to 10 (best)
 * @param knowledgeGained whether the participant knows more about the subject of the session than before; null where it
 *     was not answered
 * @param applicable whether the participant can use at work what the session taught; null where it was not answered
 * @param sharedWithPartners whether the participant shares what the session taught with partners in the network of the
 *     participant, or is going to; null where it was not answered
 * @param remarks remarks of the participant, in words and without names of persons; null if there are none
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
