package nl.doorlichting.platform.edge;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One place, and one request that may wait for it. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@TestProfile(LoadSheddingTest.OnePlace.class)
class LoadSheddingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HELD = "/v1/held";

    public static final class OnePlace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "doorlichting.load-shedding.places", "1",
                    "doorlichting.load-shedding.queue", "1",
                    "doorlichting.load-shedding.longest-wait", "6S");
        }
    }

    @Inject
    MeterRegistry metrics;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    @BeforeEach
    void nothingRuns() {
        awaitGauge("running", 0);
        HeldResource.ENDS.drainPermits();
        HeldResource.BEGUN.set(0);
    }

    @AfterEach
    void end() {
        HeldResource.ENDS.release(100);
        awaitGauge("running", 0);
        clients.shutdown();
    }

    @Test
    void refusesBeyondQueueBeforeAuthentication() throws Exception {
        inTime(() -> {
            write().then().statusCode(401);
            var first = ask();
            awaitGauge("running", 1);
            var second = ask();
            awaitGauge("waiting", 1);
            var refused = refused("full");
            var english = given().header("Accept-Language", "en").get("/v1/things");
            var dutch = given().header("Accept-Language", "nl").get("/v1/things");
            var written = write();
            assertEquals(refused + 3, refused("full"));
            assertEquals(1, HeldResource.BEGUN.get());
            HeldResource.ENDS.release(2);
            assertEquals(200, first.join().statusCode());
            assertEquals(200, second.join().statusCode());
            english.then()
                    .statusCode(503)
                    .header("Retry-After", "5")
                    .header("Content-Type", "application/problem+json")
                    .body("type", equalTo("/v1/problems/unavailable"))
                    .body("detail", equalTo("This service has more requests than it can answer now."));
            dutch.then()
                    .statusCode(503)
                    .body("detail", equalTo("Deze dienst krijgt meer verzoeken dan zij nu kan beantwoorden."));
            written.then().statusCode(503);
            given().get("/v1/things").then().statusCode(401);
        });
    }

    @Test
    void dropsWaitingRequestWhoseClientLeft() throws Exception {
        inTime(() -> {
            var first = ask();
            awaitGauge("running", 1);
            var dropped = refused("gone");
            var client = send("GET " + HELD + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            awaitGauge("waiting", 1);
            client.close();
            awaitGauge("waiting", 0);
            assertEquals(dropped + 1, refused("gone"));
            HeldResource.ENDS.release(100);
            assertEquals(200, first.join().statusCode());
            given().get("/v1/things/public").then().statusCode(200);
            assertEquals(1, HeldResource.BEGUN.get());
        });
    }

    @Test
    void refusesWhatHasWaitedLongest() {
        ask();
        awaitGauge("running", 1);
        var late = refused("late");
        given().get(HELD).then().statusCode(503).header("Retry-After", "5");
        assertEquals(late + 1, refused("late"));
        assertEquals(1, HeldResource.BEGUN.get());
    }

    @Test
    void givesPlaceOfRequestWhoseBodyDoesNotComeToAnother() throws IOException {
        try (var client = send("POST " + HELD + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n")) {
            await().atMost(PATIENCE)
                    .until(() -> given().get("/v1/things/public").statusCode() == 200);
            client.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
            var answer = new byte["HTTP/1.1 200".length()];
            client.getInputStream().readNBytes(answer, 0, answer.length);
            assertEquals("HTTP/1.1 200", new String(answer, StandardCharsets.UTF_8));
        }
    }

    /** The answer is larger than the buffers of the sockets, and its client reads none of it. */
    @Test
    void givesPlaceOfAnswerThatIsNotReadToAnother() throws IOException {
        try (var client = send("GET /v1/long-answer HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            client.getInputStream().read();
            await().atMost(PATIENCE)
                    .until(() -> given().get("/v1/things/public").statusCode() == 200);
        }
    }

    /** A request waits for six seconds. On a machine that stands still for longer it is refused. */
    private void inTime(RunningTime.Check check) throws Exception {
        RunningTime.check(() -> {
            nothingRuns();
            try {
                check.run();
            } finally {
                HeldResource.ENDS.release(100);
            }
        });
    }

    private CompletableFuture<Response> ask() {
        return CompletableFuture.supplyAsync(() -> given().get(HELD), clients);
    }

    private static Response write() {
        return given().contentType("application/json").body("{\"name\": \"a\"}").post("/v1/things");
    }

    private static Socket send(String head) throws IOException {
        var client = new Socket("localhost", RestAssured.port);
        client.setSoTimeout((int) PATIENCE.toMillis());
        client.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        return client;
    }

    private void awaitGauge(String name, int expected) {
        await().atMost(PATIENCE)
                .until(() ->
                        metrics.get("doorlichting.admission." + name).gauge().value() == expected);
    }

    private double refused(String reason) {
        return metrics.counter("doorlichting.admission.refused", "reason", reason)
                .count();
    }
}
