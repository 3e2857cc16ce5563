package nl.doorlichting.training.evaluations;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.idempotency.ShownOnce;

/**
 * A sheet of codes for the people who came to a session.
 *
 * @param trainingSessionId id of the training session that is evaluated with them
 * @param evaluationCodes codes with which participants evaluate the session, each for one use and in no particular order;
 *     shown in this answer and nowhere else, and empty where the request is repeated
 * @param withoutCode number of people who were counted and have no code yet: the next sheet is for them; 0 when each has one
 */
public record EvaluationCodeSheetResponse(UUID trainingSessionId, List<String> evaluationCodes, int withoutCode)
        implements ShownOnce {

    @Override
    public EvaluationCodeSheetResponse withoutSecrets() {
        return new EvaluationCodeSheetResponse(trainingSessionId, List.of(), withoutCode);
    }

    /** Without the codes: a record's own text would carry them into any message. */
    @Override
    public String toString() {
        return "EvaluationCodeSheetResponse";
    }
}
