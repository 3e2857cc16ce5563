package nl.doorlichting.platform.idempotency;

import java.util.Map;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * A key as the caller sent it, with the scope in which it is unique.
 *
 * @param caller subject of the token
 * @param organisation organisation of the token; empty when it names none
 * @param method method of the request
 * @param path path of the request
 * @param key the header's value
 * @param fingerprint identifies the request: its query and its parsed body
 */
record IdempotencyKey(String caller, String organisation, String method, String path, String key, String fingerprint) {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 200;

    static IdempotencyKey of(Caller caller, String method, String path, String key, String fingerprint) {
        var organisation = caller.organisation() == null ? "" : caller.organisation();
        return new IdempotencyKey(caller.subject(), organisation, method, path, key, fingerprint);
    }

    static boolean isUsable(String key) {
        return !key.isBlank() && key.length() <= LONGEST && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    static Violation unusable(String key) {
        if (key.length() > LONGEST) {
            return violation(ViolationCode.TOO_LONG, Text.of("idempotency.key-too-long", LONGEST, key.length()));
        }
        return violation(ViolationCode.INVALID_CHARACTER, Text.of("idempotency.key-format"));
    }

    static Violation missing() {
        return violation(ViolationCode.REQUIRED, Text.of("idempotency.key-missing"));
    }

    /** The lock key: one text for the whole scope. No part of it has a line end. */
    String scope() {
        return scopedCaller() + "\n" + path + "\n" + key;
    }

    /** The lock key of release 0.1.0. */
    String formerScope() {
        return caller + "\n" + path + "\n" + key;
    }

    /** The caller with the parts of the scope that the primary key lacks. */
    String scopedCaller() {
        return caller + "\n" + organisation + "\n" + method;
    }

    private static Violation violation(String code, Text detail) {
        return Violation.parameter(Violation.In.HEADER, HEADER, code, Map.of("max", LONGEST), detail);
    }
}
