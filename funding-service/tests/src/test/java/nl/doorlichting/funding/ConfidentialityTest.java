package nl.doorlichting.funding;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.access.Confidentiality;
import nl.doorlichting.platform.testing.access.ConfidentialityCoverage;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No failure shows a caller the internals of the service, and no log has what a caller sent. */
@FundingServiceTest
class ConfidentialityTest {
    private static final String CANARY = "canary7391";
    private static final int CALLS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final String token = TestIssuer.token(Role.GRANT_OFFICER, Role.PROGRAMME_MANAGER);
    private final List<Response> answers = Collections.synchronizedList(new ArrayList<>());

    @TestFactory
    Stream<DynamicTest> logsNothingThatCallersSend() {
        return ConfidentialityCoverage.ofApplication();
    }

    @Test
    void problemsRevealNoInternals() {
        assertRevealsNothing(Confidentiality.captureLog(this::sendWrongRequests));
        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() / 100 == 4), statuses());
    }

    @Test
    void conflictRevealsNoIndex() {
        assertRevealsNothing(Confidentiality.captureLog(() ->
                Parallel.run(8, () -> send(organisation("RACE-" + CANARY, CANARY)))));
        assertEquals(
                1, answers.stream().filter(answer -> answer.statusCode() == 201).count(), statuses());
        assertEquals(
                7, answers.stream().filter(answer -> answer.statusCode() == 409).count(), statuses());
    }

    @Test
    void cancelledStatementRevealsNoSql() {
        assertRevealsNothing(Confidentiality.captureLog(this::cancelStatement));
        assertEquals(List.of(503), answers.stream().map(Response::statusCode).toList());
    }

    @Test
    void unavailableDatabaseRevealsNoAddress() {
        assertRevealsNothing(Confidentiality.captureLog(this::callWithoutDatabase));
        assertTrue(answers.stream().allMatch(answer -> answer.statusCode() >= 500), statuses());
    }

    private void sendWrongRequests() {
        send("{\"" + CANARY);
        send("{\"" + CANARY + "\":\"" + CANARY + "\",\"kind\":\"" + CANARY + "\"}");
        send(organisation(CANARY + "\\u0000", CANARY));
        send(organisation(CANARY.repeat(100), CANARY));
        send(organisation("'; drop table organisation; --" + CANARY, "x").replace("MUNICIPALITY", CANARY));
        answers.add(caller().body("{\"programme\":\"" + CANARY + "\",\"lineId\":\"" + CANARY
                        + "\",\"amount\":{\"amount\":\"99999999999999999999.99\",\"currency\":\"EUR\"}}")
                .post("/v1/budget-entries"));
        answers.add(caller().get("/v1/organisations?" + CANARY + "=1"));
        answers.add(caller().get("/v1/organisations?cursor=" + CANARY));
        answers.add(caller().get("/v1/organisations?sort=" + CANARY + ";select"));
        answers.add(caller().get("/v1/organisations?pageSize=99999999999999999999"));
        answers.add(caller().contentType(ContentType.TEXT).body(CANARY).post("/v1/organisations"));
        answers.add(caller().delete("/v1/organisations/x"));
        answers.add(caller().get("/v1/organisations/" + CANARY));
        answers.add(caller().get("/v1/" + CANARY + "/" + CANARY));
        answers.add(given().get("/v1/" + CANARY));
        answers.add(given().header("Authorization", "Bearer " + CANARY).get("/v1/organisations"));
        answers.add(given().header("Authorization", "Basic " + CANARY).get("/v1/organisations"));
        answers.add(given().header("Cookie", "session=" + CANARY).get("/v1/organisations"));
    }

    private void cancelStatement() {
        try (var holder = administrator();
                var observer = administrator();
                var waiting = observer.prepareStatement("select pg_cancel_backend(pid) from pg_stat_activity"
                        + " where usename = 'funding_app' and wait_event_type = 'Lock'")) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table organisation in access exclusive mode");
            var call = CompletableFuture.runAsync(() -> send(organisation("LOCKED-" + CANARY, CANARY)));
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!waiting.executeQuery().next()) {
                assertTrue(System.nanoTime() < end, "no statement waits for the lock");
            }
            call.join();
            holder.rollback();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void callWithoutDatabase() {
        try (var administrator = administrator();
                var statement = administrator.createStatement()) {
            statement.execute("alter role funding_app nologin");
            try {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'funding_app'");
                for (int i = 0; i < CALLS; i++) {
                    send(organisation("AWAY-" + CANARY, CANARY));
                }
            } finally {
                statement.execute("alter role funding_app login");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        awaitDatabase();
    }

    // For the tests after this one.
    private void awaitDatabase() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (caller().get("/v1/organisations").statusCode() != 200) {
            assertTrue(System.nanoTime() < end, "the service does not reach its database again");
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private Response send(String body) {
        var answer = caller().body(body.getBytes(StandardCharsets.UTF_8)).post("/v1/organisations");
        answers.add(answer);
        return answer;
    }

    private RequestSpecification caller() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String organisation(String number, String name) {
        return "{\"number\":\"%s\",\"name\":\"%s\",\"kind\":\"MUNICIPALITY\"}".formatted(number, name);
    }

    private void assertRevealsNothing(List<String> log) {
        for (var answer : answers) {
            Confidentiality.assertNoInternals(answer.asString().replace(CANARY, ""));
            if (answer.statusCode() >= 400) {
                answer.then().contentType("application/problem+json").body("status", equalTo(answer.statusCode()));
            }
        }
        Confidentiality.assertNotLogged(log, CANARY, token, "Bearer ", "Authorization");
        assertTrue(log.stream().anyMatch(line -> line.startsWith("nl.doorlichting.problem")), "nothing was logged");
    }

    private String statuses() {
        return answers.stream().map(Response::statusCode).toList().toString();
    }
}
