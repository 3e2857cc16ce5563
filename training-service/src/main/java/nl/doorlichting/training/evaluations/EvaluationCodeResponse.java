package nl.doorlichting.training.evaluations;

import java.util.UUID;

/**
 * The code of one participant.
 *
 * @param trainingSessionId id of the training session that is evaluated with it
 * @param evaluationCode code with which the participant evaluates the session, for one use; shown in this answer and
 *     nowhere else
 */
public record EvaluationCodeResponse(UUID trainingSessionId, String evaluationCode) {
    /** Without the code: a record's own text would carry it into any message. */
    @Override
    public String toString() {
        return "EvaluationCodeResponse";
    }
}
