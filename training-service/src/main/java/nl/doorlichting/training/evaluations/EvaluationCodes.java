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
     * So many new single-use codes for the session, in no particular order; only their hashes are kept, so that this is
     * the one time that they are known. To be called in the transaction that stores who came.
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
