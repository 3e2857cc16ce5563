package nl.doorlichting.training.evaluations;

import java.util.List;
import java.util.UUID;

/**
 * A remark about a session, apart from the rest of the answer. Remarks are in no order of time.
 *
 * @param id id of the remark, made at random, so that it does not show in which order the answers came
 * @param remarks the remark in words
 */
public record EvaluationRemarkResponse(UUID id, String remarks, String etag, List<String> allowedActions) {
    // An answer never changes.
    private static final String ETAG = "\"0\"";

    static EvaluationRemarkResponse from(Evaluation evaluation) {
        return new EvaluationRemarkResponse(evaluation.id(), evaluation.remarks(), ETAG, List.of());
    }
}
