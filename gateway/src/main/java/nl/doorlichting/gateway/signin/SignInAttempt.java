package nl.doorlichting.gateway.signin;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/**
 * One way to the provider and back. The browser keeps it, encrypted, so that only the browser that left can come back.
 *
 * @param state comes back in the address
 * @param nonce comes back in the ID token
 * @param verifier proves to the provider that who left is who came back (PKCE, RFC 7636)
 * @param page what follows the path of the page in the address to return to
 * @param isSilent whether the provider may not show anything, because a session is renewed
 */
record SignInAttempt(String state, String nonce, String verifier, String page, boolean isSilent, Instant until) {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int LONGEST_PAGE = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SignInAttempt to(String page, boolean isSilent, Instant now) {
        return new SignInAttempt(
                random(), random(), random(), page.length() > LONGEST_PAGE ? "" : page, isSilent, now.plus(LONGEST));
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    JsonObject toJson() {
        return new JsonObject()
                .put("state", state)
                .put("nonce", nonce)
                .put("verifier", verifier)
                .put("page", page)
                .put("silent", isSilent)
                .put("until", until.getEpochSecond());
    }

    static SignInAttempt of(JsonObject kept) {
        return new SignInAttempt(
                kept.getString("state"),
                kept.getString("nonce"),
                kept.getString("verifier"),
                kept.getString("page"),
                kept.getBoolean("silent"),
                Instant.ofEpochSecond(kept.getLong("until")));
    }

    /** Whether this state, which came back in an address, is the one that left, in time. */
    boolean isAnsweredBy(String returned, Instant now) {
        return now.isBefore(until)
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.US_ASCII),
                        Objects.requireNonNullElse(returned, "").getBytes(StandardCharsets.UTF_8));
    }

    /** What the provider gets beforehand of the verifier. */
    String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
