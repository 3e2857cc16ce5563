package nl.doorlichting.platform.testing.databases;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Checks what a service answers while its database is away, with the time limits of production. */
public final class DatabaseAwayChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITES = 20;
    private static final int READS = 4;
    // The bound is two seconds. The rest is for a slow machine, on which all clients are too. Without limits the
    // last of many would wait for all that were before it.
    private static final long MILLIS_OF_ONE = 3_000;
    private static final long MILLIS_OF_MANY = 10_000;

    private DatabaseAwayChecks() {}

    /** The requests of a test, for records of its own. */
    public interface Client {
        Response write();

        /** A list of what was written. */
        Response read();
    }

    public static final class LimitsOfProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Each connection is validated, not only one that was idle for a second.
            return Map.of(
                    "quarkus.datasource.jdbc.acquisition-timeout", "800MS",
                    "quarkus.datasource.jdbc.login-timeout", "1S",
                    "quarkus.datasource.jdbc.validate-on-borrow", "true");
        }
    }

    /** Requests are answered in time, one at a time and many at once, and what was refused is not stored. */
    public static void assertAnswersInTimeAndRecovers(FreezableDatabase database, Runnable goAway, Client client) {
        // A busy machine can keep the first one waiting for as long as if the database were away.
        await().atMost(PATIENCE).until(() -> client.write().statusCode() == 201);
        goAway.run();
        assertRefusesAllAtOnce(client);
        for (int i = 0; i < 3; i++) {
            assertRefused(client.write(), MILLIS_OF_ONE);
        }
        assertRefusesAllAtOnce(client);
        database.restore();
        assertEquals(1, stored(client));
        await().atMost(PATIENCE).until(() -> client.write().statusCode() == 201);
        assertEquals(2, stored(client));
    }

    private static int stored(Client client) {
        return await().atMost(PATIENCE)
                .until(client::read, answer -> answer.statusCode() == 200)
                .path("total.value");
    }

    private static void assertRefusesAllAtOnce(Client client) {
        var threads = Executors.newFixedThreadPool(WRITES + READS);
        try {
            var answers = new ArrayList<CompletableFuture<Response>>();
            for (int i = 0; i < WRITES + READS; i++) {
                Supplier<Response> request = i < WRITES ? client::write : client::read;
                answers.add(CompletableFuture.supplyAsync(request, threads));
            }
            answers.forEach(answer -> assertRefused(answer.join(), MILLIS_OF_MANY));
        } finally {
            threads.shutdown();
        }
    }

    private static void assertRefused(Response answer, long millis) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/v1/problems/unavailable"))
                .body("detail", equalTo("The database does not respond."))
                .time(lessThan(millis));
    }
}
