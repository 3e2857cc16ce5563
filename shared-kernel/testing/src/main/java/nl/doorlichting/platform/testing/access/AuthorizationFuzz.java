package nl.doorlichting.platform.testing.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.http.RawHttp.RawAnswer;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Valid Authorization headers with some characters changed, sent to every operation of the application under test that
 * needs a token. Each gets a 401 with a challenge, as problem details. The same seed makes the same changes.
 */
public final class AuthorizationFuzz {
    private static final int REQUESTS = 2;
    private static final List<String> INSERTED = List.of(
            ".", "..", "=", "!", "\u00ff", "\t", " ", ",", "\"", "%", "*", "a", "e30", "MQ", ".".repeat(500), "{}");

    private final OpenApiContract contract = OpenApiContract.ofApplication();
    private final Random random;
    private final String operation;

    private AuthorizationFuzz(String operation, long seed) {
        this.operation = operation;
        this.random = new Random(seed * 31 + operation.hashCode());
    }

    public static Stream<DynamicTest> ofApplication(long... seeds) {
        var contract = OpenApiContract.ofApplication();
        var served = ServedOperations.ofApplication();
        return LongStream.of(seeds)
                .boxed()
                .flatMap(seed -> contract.operations().stream()
                        .filter(served::contains)
                        .filter(operation -> contract.rolesOf(operation).isPresent())
                        .map(operation -> DynamicTest.dynamicTest(
                                "seed " + seed + ": " + operation,
                                () -> new AuthorizationFuzz(operation, seed).run())));
    }

    private void run() {
        for (int i = 0; i < REQUESTS; i++) {
            var header = header();
            verify(
                    header,
                    RawHttp.send(operation.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000")
                            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + header
                            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }

    private String header() {
        var roles = contract.rolesOf(operation).orElseThrow().toArray(String[]::new);
        var token = TestIssuer.token(roles);
        var header = new StringBuilder(random.nextInt(10) == 0 ? token : "Bearer " + token);
        do {
            change(header);
        } while (header.indexOf(token) >= 0 && header.toString().strip().equalsIgnoreCase("Bearer " + token));
        return header.toString();
    }

    // Not of the last character alone, of which not every bit is one of the signature.
    private void change(StringBuilder header) {
        var at = random.nextInt(header.length() - 1);
        switch (random.nextInt(6)) {
            case 0 -> header.setLength(at);
            case 1 -> header.delete(at, Math.min(header.length(), at + 1 + random.nextInt(300)));
            case 2 -> header.insert(at, INSERTED.get(random.nextInt(INSERTED.size())));
            case 3 -> emptyPart(header);
            case 4 -> header.reverse();
            default -> header.setCharAt(at, header.charAt(at) == 'A' ? 'B' : 'A');
        }
    }

    private void emptyPart(StringBuilder header) {
        var parts = header.toString().split("[.]", -1);
        parts[random.nextInt(parts.length)] = random.nextBoolean() ? "" : "e30";
        header.replace(0, header.length(), String.join(".", Arrays.asList(parts)));
    }

    private static void verify(String header, RawAnswer answer) {
        var exchange = header + "\n-> " + answer.status() + " " + answer.body();
        assertEquals(401, answer.status(), exchange);
        assertTrue(answer.headers().getOrDefault("www-authenticate", "").startsWith("Bearer"), exchange);
        assertEquals("application/problem+json", answer.headers().get("content-type"), exchange);
    }
}
