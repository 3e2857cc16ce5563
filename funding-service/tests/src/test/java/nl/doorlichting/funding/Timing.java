package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/**
 * How long the service takes to answer, in milliseconds: the lower quartile of many, after it has warmed up. Whatever
 * else a machine does makes the slower answers slower, and hardly the faster ones.
 */
final class Timing {
    // After 300 the first timing of a process was three times what it is later, and the second one was not.
    private static final int WARM_UP = 1_500;
    private static final int MEASURED = 400;
    private static final double MOST = 2;
    /** How many requests one timing sends. */
    static final int REQUESTS = WARM_UP + MEASURED;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Timing() {}

    static double of(String path, String role) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestIssuer.token(role))
                .build();
        IntStream.range(0, WARM_UP).forEach(i -> nanos(request));
        var nanos = IntStream.range(0, MEASURED)
                .mapToLong(i -> nanos(request))
                .sorted()
                .toArray();
        return nanos[MEASURED / 4] / 1e6;
    }

    private static long nanos(HttpRequest request) {
        var started = System.nanoTime();
        try {
            assertEquals(
                    200,
                    CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return System.nanoTime() - started;
    }

    /** Prints both and fails when the larger costs more than twice the smaller. */
    static void compare(String what, int few, double atFew, int many, double atMany) {
        var ratio = atMany / atFew;
        System.out.printf(
                Locale.ROOT,
                "%n| %s | rows | lower quartile |%n|---|---|---|%n| | %,d | %.2f ms |%n| | %,d | %.2f ms |%n| ratio | | %.2f |%n%n",
                what,
                few,
                atFew,
                many,
                atMany,
                ratio);
        assertTrue(ratio <= MOST, what + ": " + ratio);
    }
}
