package nl.doorlichting.kernel.web.idempotency;

import java.util.Map;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;

/**
 * A key as a caller sent it, with what it is good for.
 *
 * @param caller subject of the token
 * @param path path of the request
 * @param key the header's value
 * @param bodyHash what the request, as it was understood, is known again by
 */
record IdempotencyKey(String caller, String path, String key, String bodyHash) {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    static IdempotencyKey of(String caller, String path, String key, String bodyHash) {
        refuseUnusable(key);
        return new IdempotencyKey(caller, path, key, bodyHash);
    }

    static void refuseUnusable(String key) {
        if (key.isBlank() || key.length() > LONGEST || !key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw refused(ViolationCode.INVALID_CHARACTER, "A key has 1 to 200 visible ASCII characters.");
        }
    }

    static ProblemException missing() {
        return refused(ViolationCode.REQUIRED, "This operation needs an Idempotency-Key.");
    }

    /** One text for the whole scope, to be locked by. */
    String scope() {
        return caller + "\n" + path + "\n" + key;
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.violation(
                Violation.parameter(Violation.In.HEADER, HEADER, code, Map.of("max", LONGEST), detail));
    }
}
