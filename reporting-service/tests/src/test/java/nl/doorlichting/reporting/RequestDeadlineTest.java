package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.IntPredicate;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements wait behind a lock, so they run until they are ended. */
@ReportingServiceTest
class RequestDeadlineTest {
    private static final String STATISTICS = "/v1/reach-statistics?programme=deadline";
    private static final String OBSERVATIONS = "/v1/reach-observations";
    private static final String LOCK = "lock table reach_observation in access exclusive mode";
    private static final String ENOUGH = "60000";
    // The database's own limit is 15 seconds.
    private static final long MILLIS_WITHOUT_DEADLINE = 12_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource({STATISTICS + ",500,2", STATISTICS + "&asOf=2026-01-01T00:00:00Z,2500,12"})
    void cancelsStatementAtDeadlineAndNamesWhatQuestionNeeds(String question, String millis, int needed)
            throws Throwable {
        whileLocked(() -> {
            ask(question, millis)
                    .statusCode(503)
                    .time(lessThan(MILLIS_WITHOUT_DEADLINE))
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/v1/problems/unavailable"))
                    .body("needs", equalTo(needed));
            assertEquals(0, waiting());
        });
        ask(STATISTICS, ENOUGH).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&asOf=2026-01-01T00:00:00Z", "&by=period,track,actionLine"})
    void refusesWideQuestionInTimeOfEverydayOne(String wide) throws Throwable {
        whileLocked(() -> {
            ask(STATISTICS + wide, "1999").statusCode(503).body("needs", equalTo(12));
            assertEquals(0, waiting());
        });
        ask(STATISTICS + wide, ENOUGH).statusCode(200);
    }

    /** Of a large programme no sums answer it, so that a client cannot help itself by waiting. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"&by=municipality,track|true", "&by=track,intensity,phenomenon|false"})
    void namesNarrowerQuestionsThanPlacesWithOtherFields(String wide, boolean named) throws Throwable {
        whileLocked(() -> ask(STATISTICS + wide, "2500")
                .statusCode(503)
                .body("detail", containsString("needs more time"))
                .body("detail", named ? containsString("other fields without places") : not(containsString("places"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "123456", "1' or '1"})
    void ignoresDeadlineThatIsNone(String millis) {
        ask(STATISTICS, millis).statusCode(200);
    }

    @Test
    void cancelsStatementOfClientThatLeft() throws Throwable {
        whileLocked(() -> {
            var client = send(Role.ANALYST, "GET " + STATISTICS, "");
            await(count -> count == 1);
            client.close();
            await(count -> count == 0);
        });
        ask(STATISTICS, ENOUGH).statusCode(200);
    }

    @Test
    void finishesWriteOfClientThatLeft() throws Throwable {
        Api.record(Observation.of("left"));
        whileLocked(() -> {
            var client = send(
                    Role.RESEARCHER,
                    "POST " + OBSERVATIONS,
                    Observation.of("left").json());
            await(count -> count == 1);
            client.close();
        });
        await(count -> count == 0);
        Api.analyst().get(OBSERVATIONS + "?programme=left").then().body("total.value", equalTo(2));
    }

    /** What a read may take says nothing of a write. */
    @Test
    void namesNoTimeOfQuestionForWrite() throws Throwable {
        whileLocked(() -> Api.researcher()
                .header(RequestDeadline.HEADER, "1500")
                .body(Observation.of("needs").json())
                .post(OBSERVATIONS)
                .then()
                .statusCode(503)
                .body("type", equalTo("/v1/problems/unavailable"))
                .body("needs", nullValue()));
    }

    private static void whileLocked(Executable requests) throws Throwable {
        var lock = InFlightWrite.of(LOCK);
        try {
            requests.execute();
        } finally {
            lock.close();
        }
    }

    private static ValidatableResponse ask(String question, String millis) {
        return Api.analyst()
                .header(RequestDeadline.HEADER, millis)
                .get(question)
                .then();
    }

    private static Socket send(String role, String line, String body) throws IOException {
        var client = new Socket("localhost", RestAssured.port);
        client.getOutputStream()
                .write((line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + body.length() + "\r\nAuthorization: Bearer "
                                + TestIssuer.token(role) + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
        return client;
    }

    private static void await(IntPredicate expected) {
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(() -> expected.test(waiting()));
    }

    // By the login of the service, because another role sees no states of its connections.
    private static int waiting() throws SQLException {
        var config = ConfigProvider.getConfig();
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.datasource.username", String.class),
                        config.getValue("quarkus.datasource.password", String.class));
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and state = 'active' and wait_event_type = 'Lock'")) {
            found.next();
            return found.getInt(1);
        }
    }
}
