package nl.doorlichting.gateway.ratelimit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whom requests are counted for: the bearer of a token, else an address. The token itself and not the name in it, for
 * it is not verified yet: with a forged one, somebody could use up another's requests.
 */
final class Client {
    private Client() {}

    static String of(HttpServerRequest request) {
        var token = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token == null ? request.remoteAddress().hostAddress() : digest(token);
    }

    // No token stays in memory longer than its request.
    private static String digest(String token) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
