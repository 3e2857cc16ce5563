package nl.doorlichting.reporting.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/** How many observations are created in a second over HTTP, by one client and by 16 clients at once. */
@ReportingServiceTest
class ReachWritesBenchmark {
    private static final int WARM_UP = 2_000;
    private static final int WRITES = 4_000;
    private static final int ROUNDS = 3;
    private static final int MANY = 16;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String token = TestIssuer.token(Role.RESEARCHER);

    @Test
    void createsObservations() throws Exception {
        create(MANY, WARM_UP);
        for (var round = 0; round < ROUNDS; round++) {
            for (var clients : new int[] {1, MANY}) {
                var began = System.nanoTime();
                var nanos = create(clients, WRITES / MANY * (clients == 1 ? 1 : MANY));
                System.out.printf(
                        Locale.ROOT,
                        "%2d clients: %,.0f creations/s, median %.2f ms%n",
                        clients,
                        nanos.length * 1e9 / (System.nanoTime() - began),
                        nanos[nanos.length / 2] / 1e6);
            }
        }
    }

    /** How long each took, in order. */
    private long[] create(int clients, int writes) throws Exception {
        var threads = Executors.newFixedThreadPool(clients);
        try {
            Callable<long[]> some = () -> IntStream.range(0, writes / clients)
                    .mapToLong(i -> create())
                    .toArray();
            var all = new long[0];
            for (var one : threads.invokeAll(Collections.nCopies(clients, some))) {
                var sum = Arrays.copyOf(all, all.length + one.get().length);
                System.arraycopy(one.get(), 0, sum, all.length, one.get().length);
                all = sum;
            }
            Arrays.sort(all);
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private long create() {
        var body = """
                {"programme": "W", "projectId": "%s", "track": "LOCAL", "period": {"from": "2010-01-01",
                "until": "2011-01-01"}, "targetGroup": "OTHER", "reach": {"kind": "EXACT", "value": 7},
                "place": {"scope": "MUNICIPAL", "municipalities": ["GM0988"]}, "source": "s"}
                """.formatted(UUID.randomUUID());
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + ReachObservationResource.PATH))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var began = System.nanoTime();
        try {
            assertEquals(
                    201,
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
        return System.nanoTime() - began;
    }
}
