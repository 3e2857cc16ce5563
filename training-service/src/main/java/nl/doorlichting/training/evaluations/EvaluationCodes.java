package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.CurrentCaller;

/** Issues the codes that participants of a session evaluate it with. Its callers hold the lock of the session. */
@ApplicationScoped
public class EvaluationCodes {
    /** In one answer. */
    private static final int MOST = 1_000;

    private final EvaluationRepository evaluations;
    private final CurrentCaller caller;

    EvaluationCodes(EvaluationRepository evaluations, CurrentCaller caller) {
        this.evaluations = evaluations;
        this.caller = caller;
    }

    /**
     * Draws single-use codes for the people who were counted and have none. None for a trainer of the session, who does not
     * hand out who rates it: a coordinator asks for the sheet.
     */
    public List<String> issueRest(UUID sessionId) {
        var allotment = allotment(sessionId);
        return allotment.ofTrainer() ? List.of() : issue(sessionId, Math.min(allotment.left(), MOST));
    }

    /** What the session has, as the caller may use it. */
    CodeAllotment allotment(UUID sessionId) {
        return evaluations.allotment(sessionId, caller.get().subject());
    }

    /**
     * Draws so many single-use codes for the session. Only their hashes are stored, so that the codes are in this answer
     * and nowhere else.
     */
    public List<String> issue(UUID sessionId, int number) {
        if (number == 0) {
            return List.of();
        }
        var codes = Stream.generate(EvaluationCode::draw).limit(number).toList();
        evaluations.addCodes(sessionId, codes.stream().map(EvaluationCode::hash).toList());
        return codes.stream().map(EvaluationCode::text).toList();
    }
}
