package nl.doorlichting.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import nl.doorlichting.platform.testing.databases.LostStandbys;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class LostStandbysTest {
    private static final String OBSERVATIONS = "/v1/reach-observations";
    private static final String WAIT =
            "Writes wait for a standby of the database. This one was not stored. Reads go on.";
    private static final String NOT_CONFIRMED = "The database has not confirmed the write, which may be stored. ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    private String programme;
    private String key;

    @BeforeEach
    void ownProgramme() {
        key = UUID.randomUUID().toString();
        programme = "W" + key.substring(0, 8);
    }

    @Test
    void refusesWritesBeforeTheyWriteAndGoesOnReading() {
        Api.record(Observation.of(programme));
        LostStandbys.whileGone(() -> {
            awaitReadiness("writes wait for a standby");
            assertRefused(post(keyed()));
            assertRefused(Api.researcher()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "\"0\"")
                    .body("{\"title\":\"other\"}")
                    .patch("/v1/inventory-reports/" + UUID.randomUUID()));
            assertStored(1);
        });
        awaitReadiness("writes are confirmed");
        post(keyed()).then().statusCode(201).header("Idempotency-Replayed", equalTo(null));
        assertStored(2);
    }

    @Test
    void answersCommitThatWaitsAndRepeatsItsAnswerForItsKey() throws SQLException {
        outcomeUnknown(keyed())
                .then()
                .body(
                        "detail",
                        equalTo(NOT_CONFIRMED
                                + "Send it again with the same Idempotency-Key: it is not done twice, and the answer is its"
                                + " result."));
        post(keyed()).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertStored(1);
    }

    @Test
    void namesHowToFindOutWithoutKey() throws SQLException {
        outcomeUnknown(Api.researcher())
                .then()
                .body("detail", equalTo(NOT_CONFIRMED + "Before you send it again, read what it would change."));
        assertStored(1);
    }

    /** No other write has shown yet that commits wait, so that some commit, some wait for their turn, and some come later. */
    @Test
    void accountsForEachOfManyWritesAtOnce() throws SQLException {
        var keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(20).toList();
        List<Response> answers;
        var silent = LostStandbys.silent();
        try {
            answers = all(keys);
            assertTrue(answers.stream().anyMatch(LostStandbysTest::isUnknown));
            for (var answer : answers) {
                if (!isUnknown(answer)) {
                    assertRefused(answer);
                }
            }
            // What was committed without a standby is seen, and nothing else.
            assertStored(
                    (int) answers.stream().filter(LostStandbysTest::isUnknown).count());
        } finally {
            silent.close();
            awaitReadiness("writes are confirmed");
        }
        var repeated = all(keys);
        for (int number = 0; number < keys.size(); number++) {
            repeated.get(number)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo(isUnknown(answers.get(number)) ? "true" : null));
        }
        assertStored(keys.size());
    }

    private List<Response> all(List<String> keys) {
        var clients = Executors.newFixedThreadPool(keys.size());
        try {
            return keys.stream()
                    .map(own -> CompletableFuture.supplyAsync(
                            () -> post(Api.researcher().header("Idempotency-Key", own), "source of " + own), clients))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            clients.shutdown();
        }
    }

    private static boolean isUnknown(Response answer) {
        return answer.statusCode() == 503 && "/v1/problems/outcome-unknown".equals(answer.path("type"));
    }

    @Test
    void doesNotKnowOutcomeOfCommitWhoseConnectionIsLost() throws SQLException {
        var silent = LostStandbys.silent();
        try {
            var written = CompletableFuture.supplyAsync(() -> post(keyed()));
            await().atMost(PATIENCE)
                    .until(() -> written.isDone()
                            || count(
                                            "pg_stat_activity"
                                                    + " where case when wait_event = 'SyncRep' then pg_terminate_backend(pid) end")
                                    == 1);
            written.join().then().statusCode(503).body("type", equalTo("/v1/problems/outcome-unknown"));
        } finally {
            silent.close();
            awaitReadiness("writes are confirmed");
        }
        post(keyed()).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertStored(1);
    }

    /** The write waits for a lock until the standbys are gone. */
    @Test
    void undoesWriteThatReachesItsCommitWhileCommitsWait() throws SQLException {
        var lock = InFlightWrite.of("lock table reach_observation in access exclusive mode");
        try {
            var written = CompletableFuture.supplyAsync(() -> post(keyed()));
            await().atMost(PATIENCE).until(() -> count("pg_locks where not granted") == 1);
            LostStandbys.whileGone(() -> {
                awaitReadiness("writes wait for a standby");
                lock.close();
                assertRefused(written.join());
            });
        } finally {
            lock.close();
        }
        awaitReadiness("writes are confirmed");
        assertStored(0);
        post(keyed()).then().statusCode(201).header("Idempotency-Replayed", equalTo(null));
    }

    @Test
    void answersAndRecordsInvalidRequestsAtOnce() {
        LostStandbys.whileGone(() -> {
            awaitReadiness("writes wait for a standby");
            var before = recordedRefusals();
            for (var number = 0; number < 20; number++) {
                // A caller of its own: further refusals within a minute are counted.
                Api.named("mistaken " + programme, Role.RESEARCHER)
                        .body("{}")
                        .post(OBSERVATIONS)
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("/v1/problems/validation-failed"));
            }
            assertEquals(before + 20, recordedRefusals());
        });
        awaitReadiness("writes are confirmed");
    }

    // A standby that is there and silent, so that only the commit itself shows that it waits.
    private Response outcomeUnknown(RequestSpecification client) throws SQLException {
        var silent = LostStandbys.silent();
        try {
            var answer = post(client);
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/v1/problems/outcome-unknown"));
            assertRefused(post(keyed()));
            return answer;
        } finally {
            silent.close();
            awaitReadiness("writes are confirmed");
        }
    }

    private Response post(RequestSpecification client) {
        return post(client, "a test");
    }

    private Response post(RequestSpecification client, String source) {
        return client.body(Observation.of(programme)
                        .with("source", "\"" + source + "\"")
                        .json())
                .post(OBSERVATIONS);
    }

    private RequestSpecification keyed() {
        return Api.researcher().header("Idempotency-Key", key);
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/v1/problems/unavailable"))
                .body("detail", equalTo(WAIT));
    }

    private void assertStored(int times) {
        Api.analyst()
                .get(OBSERVATIONS + "?programme=" + programme)
                .then()
                .statusCode(200)
                .body("total.value", equalTo(times));
    }

    private void awaitReadiness(String note) {
        await().atMost(PATIENCE).until(() -> {
            var answer = RestAssured.given().get(readiness);
            return answer.statusCode() == 200
                    && note.equals(answer.path("checks.find { it.name == 'Writes' }.data.writes"));
        });
    }

    private static int recordedRefusals() throws SQLException {
        return count("audit_event where operation = 'createReachObservation' and status = 400");
    }

    // By the login of the service, because another role sees no states of its connections.
    private static int count(String rows) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getInt(1);
        }
    }
}
