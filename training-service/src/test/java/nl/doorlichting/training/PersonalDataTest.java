package nl.doorlichting.training;

import static io.restassured.RestAssured.given;
import static nl.doorlichting.training.Registering.TODAY;
import static nl.doorlichting.training.Registering.cancel;
import static nl.doorlichting.training.Registering.professional;
import static nl.doorlichting.training.Registering.session;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import nl.doorlichting.kernel.testing.ContractFilter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is known of a person is shown to who may see it, and stands in the clear nowhere else. */
@QuarkusTest
class PersonalDataTest {
    private static final String NAME = "Canaria Quillfeather";
    private static final String EMAIL = "canary.quill@feather.example";
    private static final String PERSON = "{'name':'" + NAME + "','email':'" + EMAIL + "','profession':'POLICE'}";
    private static final List<String> CANARIES = List.of("Canaria", "Quillfeather", "canary.quill", "feather.example");

    @Inject
    DataSource database;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void canaryIsSeenByWhoMaySeeItAndLeavesNoTrace() throws SQLException {
        var log = new ArrayList<String>();
        var emitted = withLog(log, this::liveWithTheCanary);
        emitted.forEach(text -> assertClean("answer", text));
        log.forEach(line -> assertClean("log", line));
        assertTrue(log.stream().anyMatch(line -> line.contains("made to be seen")), "the log is not being watched");
        var stored = everythingStored();
        stored.forEach(row -> assertClean("row", row));
        assertTrue(stored.stream().anyMatch(row -> row.contains("createRegistration") && row.contains("REFUSED")));
    }

    /** Everything that the service says, but for the two answers that exist to show a person. */
    private List<String> liveWithTheCanary() {
        var session = session("PERSON1", TODAY, ",'capacity':1");
        var registrations = session + "/registrations";
        var emitted = new ArrayList<String>();
        var created = keyed(registrations, PERSON);
        emitted.add(all(created));
        emitted.add(all(keyed(registrations, PERSON)));
        emitted.add(all(keyed(registrations, PERSON.replace("POLICE", "OTHER"))));
        emitted.add(all(send(registrations, PERSON)));
        emitted.add(all(send(registrations, PERSON.replace("@", " @ "))));
        emitted.add(all(send(registrations, PERSON.replace("}", ",'" + EMAIL + "':'" + NAME + "'}"))
                        .then()
                        .statusCode(400)
                        .extract()
                        .response())
                .replace("/" + EMAIL, ""));
        emitted.add(all(send(registrations, PERSON.replace("POLICE", "SPY"))));
        emitted.add(all(send(registrations, PERSON.replace("}", ""))));
        emitted.add(all(professional("canary-subject")
                .body(PERSON.replace("'", "\"").replace(EMAIL, "two." + EMAIL))
                .post(registrations)));
        var own = created.header("Location");
        get(own).body("name", equalTo(NAME)).body("email", equalTo(EMAIL));
        emitted.add(all(coordinator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .header("Idempotency-Key", "canary")
                .body("{\"name\":\"" + NAME + "\",\"email\":\"new." + EMAIL + "\"}")
                .patch(own)
                .then()
                .statusCode(200)
                .extract()
                .response()));
        get(registrations).body("items.name", contains(NAME, NAME));
        emitted.add(all(coordinator().accept("text/csv").get(registrations)));
        emitted.add(all(coordinator().accept("text/csv").get("/v1/training-sessions?programme=PERSON1")));
        emitted.add(all(coordinator().get("/v1/training-sessions?programme=PERSON1")));
        emitted.add(all(analyst().get("/v1/training-statistics?programme=PERSON1")));
        emitted.add(all(coordinator().post(own + "/cancellation")));
        emitted.add(all(send(session + "/roll-call", "{'attendances':[{'status':'PRESENT'}]}")));
        emitted.add(all(coordinator().get(session + "/roll-call")));
        emitted.add(managementPage("metrics"));
        emitted.add(managementPage("health"));
        Logger.getLogger(PersonalDataTest.class.getName()).info("made to be seen");
        return emitted;
    }

    /** Its asker and the coordinator read a question; nothing else that the service says repeats it. */
    @Test
    void whatAQuestionSaysStandsInNoLogErrorFigureOrMemory() throws SQLException {
        var log = new ArrayList<String>();
        var emitted = withLog(log, this::askAboutTheCanary);
        emitted.forEach(text -> assertClean("answer", text));
        log.forEach(line -> assertClean("log", line));
        texts("select t::text from idempotency_key t").forEach(row -> assertClean("memory", row));
    }

    private List<String> askAboutTheCanary() {
        var question =
                "{'programme':'PERSON6','askedBy':'CITIZEN','theme':'SIGNALS','question':'What of " + NAME + "?'}";
        var path = keyed("/v1/advice-questions", question)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        send(path + "/answer", "{'answer':'Ask " + EMAIL + "'}").then().statusCode(201);
        return List.of(
                all(send(path + "/answer", "{'answer':'Ask " + EMAIL + "'}")),
                all(send("/v1/advice-questions", question.replace("SIGNALS", "GOSSIP"))),
                all(send("/v1/advice-questions", question.replace("}", ""))),
                all(keyed("/v1/advice-questions", question.replace("SIGNALS", "OTHER"))),
                all(professional("another").get(path)),
                all(professional("another").get("/v1/advice-questions?programme=PERSON6")),
                all(coordinator().get("/v1/advice-question-statistics?programme=PERSON6")),
                managementPage("metrics"));
    }

    private String managementPage(String name) {
        return all(given().noFiltersOfType(ContractFilter.class)
                .get(management.resolve(name))
                .then()
                .statusCode(200)
                .extract()
                .response());
    }

    @Test
    void erasureChangesNoFigure() {
        var session = session("PERSON7", TODAY, ",'capacity':2");
        var ids = new ArrayList<String>();
        for (var name : List.of("first", "second", "third")) {
            ids.add(registered(session, name).replaceFirst(".*/", ""));
        }
        var came = "{'attendances':[{'registrationId':'%s','status':'PRESENT','profession':'POLICE'}]}";
        post(session + "/roll-call", came.formatted(ids.get(0))).statusCode(201);
        var before = figures(session);
        for (var name : List.of("first", "second", "third")) {
            post("/v1/personal-data/erasure", "{'email':'%s@p4.example'}".formatted(name))
                    .statusCode(200);
        }
        assertEquals(before, figures(session));
        assertTrue(before.contains("POLICE"), before);
    }

    private static String figures(String session) {
        var said = new StringBuilder();
        for (var by : List.of("trainingType", "year", "targetGroup", "profession")) {
            said.append(analyst()
                    .get("/v1/training-statistics?programme=PERSON7&by=" + by)
                    .asString());
        }
        said.append(
                analyst().get("/v1/training-statistics/reach?programme=PERSON7").asString());
        return said.append(get(session + "/roll-call").extract().asString())
                .toString()
                .replaceAll("\"revision\":\"[^\"]*\"", "");
    }

    @Test
    void personGetsAllThatIsKeptAndNothingOfOthers() {
        var session = session("PERSON2", TODAY, "");
        var path = post(session + "/registrations", "{'name':'Eva','email':'eva@p2.example'}")
                .statusCode(201)
                .extract()
                .header("Location");
        post(session + "/registrations", "{'name':'Kim','email':'kim@p2.example'}")
                .statusCode(201);
        post(
                        session + "/roll-call",
                        "{'attendances':[{'registrationId':'%s','status':'EXCUSED'}]}"
                                .formatted(path.substring(path.lastIndexOf('/') + 1)))
                .statusCode(201);
        post("/v1/personal-data/export", "{'email':'EVA@p2.example'}")
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("records.name", contains("Eva"))
                .body("records.email", contains("eva@p2.example"))
                .body("records.attendance", contains("EXCUSED"))
                .body("records.session.date", contains(TODAY));
        post("/v1/personal-data/export", "{'email':'nobody@p2.example'}")
                .statusCode(200)
                .body("records", empty());
        post("/v1/personal-data/export", "{}").statusCode(400).body("violations[0].pointer", equalTo("/email"));
    }

    @Test
    void professionalAsksForItsOwnDataOnly() {
        var session = session("PERSON3", TODAY, "");
        professional("p3-a").body("{}").post(session + "/registrations").then().statusCode(201);
        professional("p3-b").body("{}").post(session + "/registrations").then().statusCode(201);
        professional("p3-a")
                .body("{}")
                .post("/v1/personal-data/export")
                .then()
                .statusCode(200)
                .body("records.subject", contains("p3-a"));
        professional("p3-a")
                .body("{\"email\":\"kim@p2.example\"}")
                .post("/v1/personal-data/export")
                .then()
                .statusCode(403);
        professional("p3-a").post("/v1/personal-data/erasure").then().body("erased", equalTo(1));
        professional("p3-a").get("/v1/registrations").then().body("items", empty());
        professional("p3-b").get("/v1/registrations").then().body("items.status", contains("REGISTERED"));
        get(session).body("registered", equalTo(2));
    }

    @Test
    void erasureOnRequestKeepsEveryCountAndThePlaceInTheQueue() throws SQLException {
        var session = session("PERSON4", TODAY, ",'capacity':1");
        var first = registered(session, "first");
        var second = registered(session, "second");
        registered(session, "third");
        var elsewhere = registered(session("PERSON4", TODAY, ""), "second");
        var counts = get(session).extract().asString().replaceAll("\"etag\".*", "");
        post("/v1/personal-data/erasure", "{'email':'second@p4.example'}")
                .statusCode(200)
                .body("erased", equalTo(2));
        post("/v1/personal-data/erasure", "{'email':'second@p4.example'}").body("erased", equalTo(0));
        assertEquals(counts, get(session).extract().asString().replaceAll("\"etag\".*", ""));
        get(second).body("name", nullValue()).body("placeInQueue", equalTo(1)).body("status", equalTo("WAITLISTED"));
        get(elsewhere).body("name", nullValue()).body("allowedActions", contains("cancellation"));
        cancel(first).statusCode(200);
        get(second).body("status", equalTo("REGISTERED"));
        coordinator().post(first + "/erasure").then().statusCode(200).body("status", equalTo("CANCELLED"));
        coordinator().post(first + "/erasure").then().statusCode(200);
        get(first).body("name", nullValue());
    }

    @Test
    void nobodyButThePersonAndACoordinatorErases() {
        var session = session("PERSON5", TODAY, ",'trainers':['tess']");
        var registration = professional("p5")
                .body("{}")
                .post(session + "/registrations")
                .then()
                .extract()
                .header("Location");
        professional("another").post(registration + "/erasure").then().statusCode(404);
        Registering.trainer("tess").post(registration + "/erasure").then().statusCode(403);
        professional("p5").post(registration + "/erasure").then().statusCode(200);
        assertEquals(0, count("select count(*) from registration where subject = 'p5' or created_by = 'p5'"));
    }

    private static String registered(String session, String name) {
        return post(session + "/registrations", "{'name':'%1$s','email':'%1$s@p4.example'}".formatted(name))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static Response keyed(String path, String body) {
        return coordinator()
                .header("Idempotency-Key", "canary")
                .body(body.replace('\'', '"'))
                .post(path);
    }

    private static Response send(String path, String body) {
        return coordinator().body(body.replace('\'', '"')).post(path);
    }

    private static String all(Response response) {
        return response.statusLine() + response.headers() + response.asString();
    }

    private static void assertClean(String what, String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (var canary : CANARIES) {
            var bytes = canary.getBytes(StandardCharsets.UTF_8);
            var base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            assertFalse(lower.contains(canary.toLowerCase(Locale.ROOT)), () -> what + " tells: " + text);
            assertFalse(lower.contains(HexFormat.of().formatHex(bytes)), () -> what + " tells: " + text);
            assertFalse(text.contains(base64.substring(0, base64.length() - 2)), () -> what + " tells: " + text);
        }
    }

    private static <T> T withLog(List<String> lines, Supplier<T> what) {
        var handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                lines.add(record.getMessage() + " " + List.of(texts(record)) + " " + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            return what.get();
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private static Object[] texts(LogRecord record) {
        var parameters = record.getParameters() == null ? new Object[0] : record.getParameters();
        return List.of(parameters).stream().map(String::valueOf).toArray();
    }

    private List<String> everythingStored() throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : texts("select tablename from pg_tables where schemaname = 'public'"
                + " and has_table_privilege(schemaname || '.' || quote_ident(tablename), 'select')")) {
            rows.addAll(texts("select t::text from " + table + " t"));
        }
        assertTrue(rows.size() > 10);
        return rows;
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private long count(String sql) {
        try {
            return Long.parseLong(texts(sql).get(0));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
