package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Single-use codes with which those who were present at a session can say what they thought of it. */
@ApplicationScoped
public class EvaluationCodes {

    /**
     * New codes for a session, one for each person present; to be called in the transaction that stores the roll call.
     * Nothing links a code to a person, and they can be read here only.
     *
     * @return as many codes as were asked for
     */
    public List<String> issue(UUID sessionId, int present) {
        return List.of();
    }
}
