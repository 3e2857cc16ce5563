package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Issues the codes that participants of a session evaluate it with. */
@ApplicationScoped
public class EvaluationCodes {
    private final EvaluationRepository evaluations;

    EvaluationCodes(EvaluationRepository evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * Draws so many single-use codes for the session. Only their hashes are stored, so that the codes are in this answer
     * and nowhere else. The caller stores the roll call in the same transaction.
     */
    public List<String> issue(UUID sessionId, int number) {
        var codes = IntStream.range(0, number)
                .mapToObj(each -> EvaluationCode.draw())
                .toList();
        codes.forEach(code -> evaluations.addCode(sessionId, code.hash()));
        evaluations.countCodes(sessionId, number);
        return codes.stream().map(EvaluationCode::text).toList();
    }
}
