package nl.doorlichting.training.privacy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.metrics.FigureBoard;
import nl.doorlichting.kernel.testing.Figures;
import nl.doorlichting.kernel.testing.TestIssuer;
import nl.doorlichting.kernel.testing.WatchedFigures;
import nl.doorlichting.training.personaldata.FormerSealing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

/** The jobs, run by the test: alone, at the same time, beside one that hangs, and again. */
@QuarkusTest
class PersonalDataJobsTest {
    private static final int RETENTION = 10;
    private static final String TYPE = "KEPT_TEN_DAYS";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    private static final LocalDate TOO_LONG_AGO = TODAY.minusDays(RETENTION + 1);

    @Inject
    PersonalDataJobs jobs;

    @Inject
    DataSource database;

    @Inject
    FigureBoard board;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeEach
    void nothingIsLeftToDo() {
        post(
                "/v1/training-types",
                "{'code':'%s','name':'A','nameDutch':'B','targetGroup':'OTHER','retentionDays':%d}"
                        .formatted(TYPE, RETENTION));
        jobs.eraseOverdue();
        jobs.reseal();
    }

    @Test
    void whatWasKeptAsLongAsItMayBeIsErasedAndEveryCountStays() throws SQLException {
        var session = session(TODAY.plusDays(1));
        var registration = registered(session, "one");
        registered(session, "two");
        post(registration + "/cancellation", "{}").statusCode(200);
        registered(session, "three");
        moveTo(session, TODAY.minusDays(RETENTION));
        assertEquals(0, jobs.eraseOverdue());
        get(registration).body("name", equalTo("one"));

        moveTo(session, TOO_LONG_AGO);
        var before = counts(session);
        assertEquals(3, figures().value("doorlichting_erasures_overdue", ""));
        assertEquals(1, figures().value("doorlichting_erasures_overdue_oldest_days", ""));
        assertEquals(3, jobs.eraseOverdue());
        assertEquals(0, figures().value("doorlichting_erasures_overdue", ""));
        assertEquals(0, figures().value("doorlichting_erasures_overdue_oldest_days", ""));
        get(registration)
                .body("name", nullValue())
                .body("email", nullValue())
                .body("erasedAt", notNullValue())
                .body("status", equalTo("CANCELLED"));
        assertEquals(before, counts(session));
        assertEquals(0, jobs.eraseOverdue());
    }

    /** One line for each batch; a run that finds nothing leaves none. */
    @Test
    void erasingIsInTheAuditTrail() throws SQLException {
        var before = linesOfErasing();
        register(id(session(TOO_LONG_AGO)), 501);
        assertEquals(501, jobs.eraseOverdue());
        assertEquals(0, jobs.eraseOverdue());
        assertEquals(before + 2, linesOfErasing());
        auditor()
                .body("items[0].operation", equalTo("erasePersonalData"))
                .body("items[0].object", equalTo("/v1/personal-data/erasure"))
                .body("items[0].result", equalTo("DONE"))
                .body("items[0].network", nullValue());
    }

    private static int linesOfErasing() {
        return auditor().extract().path("total.value");
    }

    private static ValidatableResponse auditor() {
        return given().auth()
                .oauth2(TestIssuer.token(Role.AUDITOR))
                .get("/v1/training-audit-events?actor=job:erase-personal-data")
                .then()
                .statusCode(200);
    }

    @Test
    void everythingThatIsWatchedIsShown() {
        get("/v1/training-types");
        WatchedFigures.assertShown("training-service", figures());
    }

    private Figures figures() {
        board.refresh();
        return Figures.at(metrics);
    }

    @Test
    void severalInstancesShareTheWork() throws Exception {
        var session = id(session(TOO_LONG_AGO));
        register(session, 1600);
        Callable<Integer> erase = jobs::eraseOverdue;
        var pool = Executors.newFixedThreadPool(4);
        var erased = 0;
        for (var one : pool.invokeAll(IntStream.range(0, 4).mapToObj(i -> erase).toList())) {
            erased += one.get();
        }
        pool.shutdown();
        assertEquals(1600, erased);
        assertEquals(
                1600,
                number("select count(*) from registration where session_id = '%s' and erased_at is not null"
                        .formatted(session)));
        assertEquals(0, jobs.eraseOverdue());
    }

    @Test
    void whatAKilledInstanceHeldIsDoneByTheNextRun() throws SQLException {
        var session = id(session(TOO_LONG_AGO));
        register(session, 20);
        try (var killed = database.getConnection()) {
            killed.setAutoCommit(false);
            execute(
                    killed,
                    "update registration set erased_at = now(), subject = null where number <= 5"
                            + " and session_id = '" + session + "'");
            assertEquals(15, jobs.eraseOverdue());
            // The socket is gone without a word, as it is after kill -9.
            killed.unwrap(PgConnection.class).abort(Runnable::run);
        }
        assertEquals(5, erasedBefore(Instant.now().plusSeconds(10), 5));
        assertEquals(0, jobs.eraseOverdue());
    }

    @Test
    void formerKeyIsReplacedAndNobodyNoticesButTheRow() throws SQLException {
        var session = session(TODAY.plusDays(1));
        var registration = registered(session, "ann");
        var etag = get(registration).extract().header("ETag");
        sealAsBefore(UUID.fromString(id(registration)), "Ann of old", "ann@example.org");
        get(registration).body("name", equalTo("Ann of old"));
        again(session);

        assertEquals(1, jobs.reseal());
        assertEquals(0, number("select count(*) from registration where key_id = 'old'"));
        get(registration).body("name", equalTo("Ann of old")).header("ETag", equalTo(etag));
        again(session);
        assertEquals(0, jobs.reseal());
    }

    @Test
    void severalInstancesSealAnewOnceEach() throws Exception {
        var session = session(TODAY.plusDays(1));
        for (int i = 0; i < 8; i++) {
            sealAsBefore(UUID.fromString(id(registered(session, "s" + i))), "s" + i, "s" + i + "@example.org");
        }
        Callable<Integer> seal = jobs::reseal;
        var pool = Executors.newFixedThreadPool(3);
        var sealed = 0;
        for (var one : pool.invokeAll(IntStream.range(0, 3).mapToObj(i -> seal).toList())) {
            sealed += one.get();
        }
        pool.shutdown();
        assertEquals(8, sealed);
    }

    private int erasedBefore(Instant late, int wanted) {
        var erased = 0;
        while (erased < wanted && Instant.now().isBefore(late)) {
            erased += jobs.eraseOverdue();
        }
        return erased;
    }

    private static void again(String session) {
        post(session + "/registrations", "{'name':'A','email':'ANN@example.org'}")
                .statusCode(409);
    }

    private void sealAsBefore(UUID id, String name, String email) throws SQLException {
        var former = FormerSealing.data();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update registration set key_id = 'old', name = ?, email = ?, email_index = ? where id = ?")) {
            statement.setBytes(1, former.seal(name, id + "/name"));
            statement.setBytes(2, former.seal(email, id + "/email"));
            statement.setBytes(3, former.indexOf(email));
            statement.setObject(4, id);
            assertEquals(1, statement.executeUpdate());
        }
    }

    private void register(String session, int people) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, """
                    insert into registration (id, session_id, number, status, subject, created_at, created_by, version)
                    select gen_random_uuid(), '%s', n, 'REGISTERED', 'subject ' || n, now(), 'subject ' || n, 0
                    from generate_series(1, %d) n
                    """.formatted(session, people));
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String counts(String session) throws SQLException {
        var shown = get(session);
        return "%s %s %s %d"
                .formatted(
                        shown.extract().<Object>path("registered"),
                        shown.extract().<Object>path("waiting"),
                        get(session + "/registrations").extract().<Object>path("items.status"),
                        number("select count(*) from registration where session_id = '%s'".formatted(id(session))));
    }

    private static String session(LocalDate date) {
        var body = "{'programme':'JOBS','trainingType':'%s','title':'A session','date':'%s','source':'test',"
                + "'capacity':1}";
        return post("/v1/training-sessions", body.formatted(TYPE, date))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static void moveTo(String session, LocalDate date) {
        coordinator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"date\":\"%s\"}".formatted(date))
                .patch(session)
                .then()
                .statusCode(200);
    }

    private static String registered(String session, String name) {
        return post(session + "/registrations", "{'name':'%1$s','email':'%1$s@example.org'}".formatted(name))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static ValidatableResponse post(String path, String body) {
        return coordinator().body(body.replace('\'', '"')).post(path).then();
    }

    private static ValidatableResponse get(String path) {
        return coordinator().get(path).then();
    }

    private static RequestSpecification coordinator() {
        return given().auth()
                .oauth2(TestIssuer.token(Role.TRAINING_COORDINATOR))
                .contentType(ContentType.JSON);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
