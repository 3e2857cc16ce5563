package nl.doorlichting.training.privacy;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.metrics.BusinessMetrics;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.metrics.MonitoredMetrics;
import nl.doorlichting.platform.testing.metrics.PrometheusMetrics;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.FormerSealing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

/** Runs the jobs alone, concurrently, beside a hanging instance, and again. */
@QuarkusTest
class PersonalDataJobsTest {
    private static final int RETENTION = 10;
    private static final String TYPE = "KEPT_TEN_DAYS";

    @Inject
    PersonalDataJobs jobs;

    @Inject
    DataSource database;

    @Inject
    BusinessMetrics board;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeEach
    void finishJobs() {
        post(
                "/v1/training-types",
                "{'code':'%s','name':'A','nameDutch':'B','targetGroup':'OTHER','retentionDays':%d}"
                        .formatted(TYPE, RETENTION));
        jobs.eraseOverdue();
        jobs.reseal();
    }

    @Test
    void erasesRegistrationsAfterRetentionAndKeepsCounts() throws SQLException {
        var session = session(today().plusDays(1));
        var registration = registered(session, "one");
        registered(session, "two");
        post(registration + "/cancellation", "{}").statusCode(200);
        registered(session, "three");
        moveTo(session, today().minusDays(RETENTION));
        assertEquals(0, jobs.eraseOverdue());
        get(registration).body("name", equalTo("one"));

        moveTo(session, tooLongAgo());
        var before = counts(session);
        // A new date may be a mistake, so that it erases nothing for a week.
        assertEquals(0, figures().value("doorlichting_erasures_overdue", ""));
        assertEquals(0, jobs.eraseOverdue());
        graceEndsIn(session, 1);
        assertEquals(0, jobs.eraseOverdue());
        get(registration).body("name", equalTo("one"));
        graceEndsIn(session, 0);
        assertEquals(3, figures().value("doorlichting_erasures_overdue", ""));
        graceEndsIn(session, -1);
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

    /** One line for each batch; a run without work leaves none. */
    @Test
    void auditsErasure() throws SQLException {
        var before = linesOfErasing();
        register(id(session(tooLongAgo())), 501);
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
    void exposesAllMonitoredMetrics() {
        get("/v1/training-types");
        MonitoredMetrics.assertShown("training-service", figures());
    }

    private PrometheusMetrics figures() {
        board.refresh();
        return PrometheusMetrics.at(metrics);
    }

    @Test
    void concurrentInstancesShareErasure() throws Exception {
        var session = id(session(tooLongAgo()));
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
    void nextRunErasesRowsOfKilledInstance() throws SQLException {
        var session = id(session(tooLongAgo()));
        register(session, 20);
        try (var killed = database.getConnection()) {
            killed.setAutoCommit(false);
            execute(
                    killed,
                    "update registration set erased_at = now(), subject = null where number <= 5"
                            + " and session_id = '" + session + "'");
            assertEquals(15, jobs.eraseOverdue());
            // The socket closes without a message, as after kill -9.
            killed.unwrap(PgConnection.class).abort(Runnable::run);
        }
        assertEquals(5, erasedBefore(Instant.now().plusSeconds(60), 5));
        assertEquals(0, jobs.eraseOverdue());
    }

    @Test
    void resealsRegistrationWithoutVisibleChange() throws SQLException {
        var session = session(today().plusDays(1));
        var registration = registered(session, "ann");
        sealAsBefore(UUID.fromString(id(registration)), "Ann of old", "ann@example.org");
        var etag =
                get(registration).body("name", equalTo("Ann of old")).extract().header("ETag");
        again(session);

        assertEquals(1, jobs.reseal());
        assertEquals(0, number("select count(*) from registration where key_id = 'old'"));
        get(registration).body("name", equalTo("Ann of old")).header("ETag", equalTo(etag));
        again(session);
        assertEquals(0, jobs.reseal());
    }

    @Test
    void concurrentInstancesResealEachRowOnce() throws Exception {
        var session = session(today().plusDays(1));
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

    /** Rows as the last release writes them while both releases run. */
    @Test
    void sealsClearTextWithoutVisibleChange() throws SQLException {
        var question = asked("JOBS1", "Of Clarity?");
        var answered = asked("JOBS1", "Of Lucidity?");
        post(answered + "/answer", "{'answer':'Pellucid.'}").statusCode(201);
        var network = post(
                        "/v1/networks",
                        "{'programme':'JOBS1','name':'A','kind':'PLATFORM','source':'test','members':['NCTV','Clarity']}")
                .extract()
                .header("Location");
        var trainer = post("/v1/trainers", "{'subject':'jobs1','label':'Clarity, academy'}")
                .extract()
                .header("Location");
        var paths = List.of(question, answered, network, trainer);
        var before = paths.stream().map(PersonalDataJobsTest::seen).toList();
        inTheClear("advice_question", question, "question = 'Of Clarity?', sealed_question = null");
        inTheClear(
                "advice_question", answered, "question = 'Of Lucidity?', answer = 'Pellucid.', sealed_question = null");
        inTheClear("network", network, "members = '{NCTV,Clarity}', sealed_members = null");
        inTheClear("trainer", trainer, "label = 'Clarity, academy', sealed_label = null");
        assertEquals(before, paths.stream().map(PersonalDataJobsTest::seen).toList());

        assertEquals(4, jobs.reseal());
        assertEquals(before, paths.stream().map(PersonalDataJobsTest::seen).toList());
        assertEquals(
                0,
                number("select (select count(*) from advice_question where question <> '' or answer <> '')"
                        + " + (select count(*) from network where members <> '{}')"
                        + " + (select count(*) from trainer where label <> '(sealed)')"));
        assertEquals(0, jobs.reseal());
    }

    /** The last release answers a question that is already sealed. The job seals the answer too. */
    @Test
    void sealsAnswerOfLastReleaseWithQuestion() throws SQLException {
        var question = asked("JOBS2", "Of Clarity?");
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    "update advice_question set answer = 'Limpid.', answered_on = received_on, answered_by = 'x',"
                            + " version = version + 1 where id = '" + id(question) + "'");
        }
        get(question).body("question", equalTo("Of Clarity?")).body("answer", equalTo("Limpid."));
        assertEquals(1, jobs.reseal());
        get(question).body("question", equalTo("Of Clarity?")).body("answer", equalTo("Limpid."));
    }

    @Test
    void replacesFormerKeyInEveryTable() throws SQLException {
        var question = asked("JOBS3", "Of Keys?");
        var former = FormerSealing.data();
        post(question + "/corrections", "{'reason':'Of reasons.','theme':'SIGNALS'}")
                .statusCode(201);
        var change = RowPolicies.asOwner(
                        "select id::text from advice_question_change where question_id = '" + id(question) + "'")
                .get(0);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update advice_question_change set key_id = 'old', sealed_reason = ? where id = ?")) {
            statement.setBytes(1, former.seal("Of old reasons.", change + "/reason"));
            statement.setObject(2, UUID.fromString(change));
            assertEquals(1, statement.executeUpdate());
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update advice_question set key_id = 'old', sealed_question = ? where id = ?")) {
            statement.setBytes(1, former.seal("Of old keys?", id(question) + "/question"));
            statement.setObject(2, UUID.fromString(id(question)));
            assertEquals(1, statement.executeUpdate());
        }
        get(question).body("question", equalTo("Of old keys?"));
        assertEquals(2, jobs.reseal());
        assertEquals(0, number("select count(*) from advice_question_change where key_id = 'old'"));
        get(question + "/versions").body("items.reason", contains("Of old reasons."));
        assertEquals(0, number("select count(*) from advice_question where key_id = 'old'"));
        get(question).body("question", equalTo("Of old keys?"));
    }

    /** Counted from the answer, else from the last day of its term. */
    @Test
    void erasesQuestionAfterRetentionAndKeepsFigures() throws SQLException {
        var answered = asked("JOBS4", "Of time?");
        post(answered + "/answer", "{'answer':'Later.'}").statusCode(201);
        var open = asked("JOBS4", "Of more time?");
        var kept = asked("JOBS4", "Of most time?");
        move(answered, 366);
        move(open, 366);
        move(kept, 365);
        var figures = adviceFigures();
        assertEquals(2, figures().value("doorlichting_erasures_overdue", ""));
        assertEquals(1, figures().value("doorlichting_erasures_overdue_oldest_days", ""));
        assertEquals(2, jobs.eraseOverdue());
        assertEquals(0, figures().value("doorlichting_erasures_overdue", ""));
        get(answered).body("question", equalTo("")).body("answer", nullValue()).body("erasedAt", notNullValue());
        get(open).body("question", equalTo("")).body("erasedAt", notNullValue());
        get(kept).body("question", equalTo("Of most time?")).body("erasedAt", nullValue());
        assertEquals(figures, adviceFigures());
        assertEquals(0, jobs.eraseOverdue());
    }

    @Test
    void erasesMembersAndTrainersAfterRetention() throws SQLException {
        var network = post(
                        "/v1/networks",
                        "{'programme':'JOBS5','name':'A','kind':'PLATFORM','source':'test','members':['NCTV']}")
                .extract()
                .header("Location");
        var trainer = post("/v1/trainers", "{'subject':'jobs5','label':'Academy'}")
                .extract()
                .header("Location");
        var active = post("/v1/trainers", "{'subject':'jobs5-active','label':'Academy'}")
                .extract()
                .header("Location");
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    "update network set members_stated_at = now() - interval '1828 days' where id = '" + id(network)
                            + "'");
            execute(
                    connection,
                    "update trainer set retained_since = now() - interval '1828 days' where id in ('" + id(trainer)
                            + "', '" + id(active) + "')");
        }
        var session = session(today().minusDays(1));
        patch(session, "{\"trainers\":[\"jobs5-active\"]}");
        assertEquals(2, figures().value("doorlichting_erasures_overdue", ""));
        assertEquals(2, jobs.eraseOverdue());
        get(network).body("members", empty());
        get(trainer).body("label", equalTo("")).body("erasedAt", notNullValue());
        get(active).body("label", equalTo("Academy"));
        assertEquals(0, jobs.eraseOverdue());
    }

    private static String asked(String programme, String question) {
        return post(
                        "/v1/advice-questions",
                        "{'programme':'%s','askedBy':'CITIZEN','theme':'OTHER','question':'%s'}"
                                .formatted(programme, question))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String seen(String path) {
        return get(path).statusCode(200).extract().asString();
    }

    private void inTheClear(String table, String path, String set) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    "update %s set key_id = null, %s%s where id = '%s'"
                            .formatted(
                                    table,
                                    set,
                                    table.equals("advice_question") ? ", sealed_answer = null" : "",
                                    id(path)));
        }
    }

    /** So many days back. */
    private void move(String question, int days) throws SQLException {
        RowPolicies.asOwner(
                "update advice_question set received_on = received_on - %1$d - (due_on - received_on), due_on = received_on - %1$d, answered_on = answered_on - %1$d where id = '%2$s' returning id::text"
                        .formatted(days, id(question)));
    }

    private static String adviceFigures() {
        return given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/advice-question-statistics?programme=JOBS4&by=theme")
                .asString()
                .replaceAll("\"revision\":\"[^\"]*\"", "");
    }

    /** In so many days; the past ended before. */
    private void graceEndsIn(String session, int days) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(
                    connection,
                    "update training_session set erase_not_before = date '%s' where id = '%s'"
                            .formatted(today().plusDays(days), id(session)));
        }
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
        patch(session, "{\"date\":\"%s\",\"confirm\":true}".formatted(date));
    }

    private static void patch(String session, String patch) {
        coordinator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
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

    // Another one after midnight in the Netherlands.
    private static LocalDate today() {
        return DutchCalendar.dayOf(Instant.now());
    }

    private static LocalDate tooLongAgo() {
        return today().minusDays(RETENTION + 1);
    }
}
