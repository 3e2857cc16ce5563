package nl.doorlichting.platform.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header of a signed token, before it is verified. The fields with addresses of keys (jku, x5u, jwk,
 * x5c) are not read.
 */
record TokenHeader(String algorithm, String keyId) {
    private static final String SCHEME = "Bearer ";
    // RFC 7515, 7.1: three parts in base64url, and nothing else that a lenient reader would leave out.
    private static final Pattern SIGNED = Pattern.compile("^[A-Za-z0-9_-]++[.][A-Za-z0-9_-]++[.][A-Za-z0-9_-]++$");

    /** The token in the value of an Authorization header; empty when that has none. */
    static Optional<String> token(String authorization) {
        return authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : Optional.of(authorization.substring(SCHEME.length()));
    }

    /** True for a text in the form of a signed token. Its content is not checked. */
    static boolean isSigned(String token) {
        return SIGNED.matcher(token).matches();
    }

    /** Empty when this is no signed token, or when its header does not name an algorithm. */
    static Optional<TokenHeader> of(String token) {
        var end = token.indexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            var header = new JsonObject(decoded(token.substring(0, end)));
            return header.getValue("alg") instanceof String algorithm && header.getValue("kid") instanceof String keyId
                    ? Optional.of(new TokenHeader(algorithm, keyId))
                    : Optional.empty();
        } catch (IllegalArgumentException | DecodeException unreadable) {
            return Optional.empty();
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
