package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.RegistrationFixture.FUTURE;
import static nl.doorlichting.training.RegistrationFixture.account;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.today;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import nl.doorlichting.platform.testing.contract.ContractFilter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Personal data is shown to authorised callers, and is nowhere else in the clear. */
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
    void personIsShownToAuthorizedCallersOnlyAndStoredNowhereInClear() throws SQLException {
        var log = new ArrayList<String>();
        var emitted = withLog(log, this::liveWithTheCanary);
        emitted.forEach(text -> assertClean("answer", text));
        log.forEach(line -> assertClean("log", line));
        assertTrue(log.stream().anyMatch(line -> line.contains("made to be seen")), "the log is not being watched");
        var stored = everythingStored();
        stored.forEach(row -> assertClean("row", row));
        assertTrue(stored.stream().anyMatch(row -> row.contains("createRegistration") && row.contains("REFUSED")));
    }

    /** All answers of the service, apart from the two that show a person. */
    private List<String> liveWithTheCanary() {
        var session = session("PERSON1", today(), ",'capacity':1");
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
        var second = PERSON.replace("'", "\"").replace(EMAIL, "two." + EMAIL);
        emitted.add(all(professional("canary-subject").body(second).post(registrations)));
        emitted.add(all(professional("canary-subject", "two." + EMAIL)
                .body(second)
                .post(registrations)
                .then()
                .statusCode(201)
                .extract()
                .response()));
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
        emitted.add(all(coordinator().get(registrations + "/csv")));
        emitted.add(all(coordinator().get("/v1/training-sessions/csv?programme=PERSON1")));
        emitted.add(all(coordinator().get("/v1/training-sessions?programme=PERSON1")));
        var group = "{'registrations':[" + PERSON.replace(EMAIL, "three." + EMAIL) + ",%s]}";
        emitted.add(all(keyed(registrations + "/group", group.formatted(PERSON))));
        emitted.add(all(send(registrations + "/group", group.formatted(PERSON.replace("@", " @ ")))));
        emitted.add(all(coordinator().get("/v1/registration-changes?since=2020-01-01T00:00:00Z")));
        emitted.add(all(coordinator().get("/v1/registration-changes/csv")));
        emitted.add(all(coordinator().get(session + "/calendar")));
        emitted.add(all(professional("canary-subject", "two." + EMAIL).get("/v1/calendar")));
        var feed = professional("canary-subject", "two." + EMAIL).post("/v1/calendar-feeds");
        emitted.add(all(feed));
        emitted.add(all(given().get(feed.<String>path("path"))));
        emitted.add(all(professional("canary-subject", "two." + EMAIL).get("/v1/calendar-feeds")));
        emitted.add(all(analyst().get("/v1/training-statistics?programme=PERSON1")));
        emitted.add(all(coordinator().post(own + "/cancellation")));
        emitted.add(all(send(session + "/roll-call", "{'attendances':[{'status':'PRESENT'}]}")));
        emitted.add(all(coordinator().get(session + "/roll-call")));
        emitted.add(managementPage("metrics"));
        emitted.add(managementPage("health"));
        Logger.getLogger(PersonalDataTest.class.getName()).info("made to be seen");
        return emitted;
    }

    /** The asker and the coordinator read a question. No other answer and no table repeats it. */
    @Test
    void keepsQuestionTextOutOfLogsErrorsFiguresAndTables() throws SQLException {
        var log = new ArrayList<String>();
        var emitted = withLog(log, this::askAboutTheCanary);
        emitted.forEach(text -> assertClean("answer", text));
        log.forEach(line -> assertClean("log", line));
        everythingStored().forEach(row -> assertClean("row", row));
    }

    private List<String> askAboutTheCanary() {
        var question =
                "{'programme':'PERSON6','askedBy':'CITIZEN','theme':'SIGNALS','question':'What of " + NAME + "?'}";
        var asked = keyed("/v1/advice-questions", question);
        var path = asked.then().statusCode(201).extract().header("Location");
        var answered = send(path + "/answer", "{'answer':'Ask " + EMAIL + "'}");
        answered.then().statusCode(201);
        get(path).body("question", containsString(NAME)).body("answer", containsString(EMAIL));
        var corrected = keyed(path + "/corrections", "{'reason':'" + NAME + " is wrong','answer':'Not " + EMAIL + "'}");
        corrected.then().statusCode(201);
        get(path + "/versions")
                .body("items.answer", contains("Ask " + EMAIL))
                .body("items.reason", contains(NAME + " is wrong"));
        post("/v1/advice-questions/search?programme=PERSON6", "{'text':'" + NAME + "'}")
                .body("items.id", hasSize(1));
        get("/v1/advice-questions?programme=PERSON6").body("items.question", contains("What of " + NAME + "?"));
        var withdrawn = keyed(path + "/withdrawal", "{'reason':'" + NAME + " asked'}");
        withdrawn.then().statusCode(200);
        return List.of(
                all(asked),
                all(answered),
                all(corrected),
                all(withdrawn),
                all(send(path + "/corrections", "{'reason':'" + NAME + "','answer':5}")),
                all(send(path + "/corrections", "{'reason':'" + NAME + "','theme':'GOSSIP'}")),
                all(send(path + "/withdrawal", "{'reason':'" + NAME + "'}")),
                all(send("/v1/advice-questions/search", "{'text':'" + NAME + "','name':'x'}")),
                all(coordinator().get("/v1/advice-questions/csv?programme=PERSON6&status=WITHDRAWN")),
                all(professional("another").get(path + "/versions")),
                all(keyed("/v1/advice-questions", question)),
                all(send(path + "/answer", "{'answer':'Ask " + EMAIL + "'}")),
                all(send("/v1/advice-questions", question.replace("SIGNALS", "GOSSIP"))),
                all(send("/v1/advice-questions", question.replace("}", ""))),
                all(keyed("/v1/advice-questions", question.replace("SIGNALS", "OTHER"))),
                all(professional("another").get(path)),
                all(professional("another").get("/v1/advice-questions?programme=PERSON6")),
                all(professional("another").post(path + "/erasure")),
                all(professional("another").post("/v1/personal-data/export")),
                all(coordinator().get("/v1/advice-questions/csv?programme=PERSON6")),
                all(coordinator().get("/v1/advice-question-statistics?programme=PERSON6")),
                all(coordinator().post(path + "/erasure")),
                all(coordinator().get(path)),
                managementPage("metrics"));
    }

    @Test
    void keepsMembersAndLabelsOutOfTablesLogsAndFigures() throws SQLException {
        var log = new ArrayList<String>();
        var emitted = withLog(log, this::recordTheCanary);
        emitted.forEach(text -> assertClean("answer", text));
        log.forEach(line -> assertClean("log", line));
        everythingStored().forEach(row -> assertClean("row", row));
    }

    private List<String> recordTheCanary() {
        var network = "{'programme':'PERSON8','name':'A network','kind':'PLATFORM','source':'test','members':['NCTV','"
                + NAME + "']}";
        var trainer = "{'subject':'canary-trainer','label':'" + NAME + ", police academy'}";
        var members =
                keyed("/v1/networks", network).then().statusCode(201).extract().header("Location");
        var label =
                keyed("/v1/trainers", trainer).then().statusCode(201).extract().header("Location");
        NetworksTest.patch(members, "\"0\"", "{'members':['NCTV','" + NAME + "','KLPD']}")
                .statusCode(200);
        NetworksTest.patch(label, "\"0\"", "{'label':'" + NAME + "'}").statusCode(200);
        get(members).body("members", contains("NCTV", NAME, "KLPD"));
        get(label).body("label", equalTo(NAME));
        return List.of(
                all(send("/v1/networks", network.replace("PLATFORM", "CLUB"))),
                all(send("/v1/trainers", trainer)),
                all(coordinator().get("/v1/networks/csv?programme=PERSON8")),
                all(coordinator().get("/v1/trainers/csv")),
                all(analyst().get("/v1/trainer-statistics")),
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
        var session = session("PERSON7", today(), ",'capacity':2");
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
        said.append(get("/v1/registration-changes?sessionId=" + session.replaceFirst(".*/", ""))
                .extract()
                .asString());
        return said.append(get(session + "/roll-call").extract().asString())
                .toString()
                .replaceAll("\"revision\":\"[^\"]*\"", "");
    }

    @Test
    void exportsAllDataOfPersonAndNoneOfOthers() {
        var session = session("PERSON2", today(), "");
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
                .body("records.session.date", contains(today()));
        post("/v1/personal-data/export", "{'email':'other@p2.example'}")
                .statusCode(200)
                .body("records", empty());
        post("/v1/personal-data/export", "{}").statusCode(400).body("violations[0].pointer", equalTo("/email"));
    }

    @Test
    void refusesProfessionalDataOfAnotherPerson() {
        var session = session("PERSON3", today(), "");
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
        get(session).body("registered", equalTo(1));
    }

    /** An upcoming registration is cancelled with the erasure, and the next person gets the place. */
    @Test
    void erasureOfUpcomingRegistrationFreesPlace() {
        var session = session("PERSON4", today(), ",'capacity':1");
        var first = registered(session, "first");
        var second = registered(session, "second");
        var third = registered(session, "third");
        var elsewhere = registered(session("PERSON4", FUTURE, ""), "second");
        post("/v1/personal-data/erasure", "{'email':'second@p4.example'}")
                .statusCode(200)
                .body("erased", equalTo(2));
        post("/v1/personal-data/erasure", "{'email':'second@p4.example'}").body("erased", equalTo(0));
        for (var erased : List.of(second, elsewhere)) {
            get(erased)
                    .body("name", nullValue())
                    .body("status", equalTo("CANCELLED"))
                    .body("erasedAt", notNullValue())
                    .body("cancelledAt", notNullValue())
                    .body("allowedActions", empty());
        }
        get(session).body("registered", equalTo(1)).body("waiting", equalTo(1));
        get(third).body("status", equalTo("WAITLISTED")).body("placeInQueue", equalTo(1));
        coordinator().post(first + "/erasure").then().statusCode(200).body("status", equalTo("CANCELLED"));
        for (var change : List.of("{'name':'Ann'}", "{'profession':'JUSTICE'}", "{}")) {
            RegistrationFixture.patch(first, change)
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/invalid-state"))
                    .body("detail", equalTo("The personal data was erased."));
        }
        get(third).body("status", equalTo("REGISTERED")).body("movedUpAt", notNullValue());
        get(session).body("registered", equalTo(1)).body("waiting", equalTo(0));
        coordinator().post(first + "/erasure").then().statusCode(200).body("status", equalTo("CANCELLED"));
        get(session).body("registered", equalTo(1));
    }

    @Test
    void erasureAfterSessionKeepsAllCounts() throws SQLException {
        var session = session("PERSON4", today(), ",'capacity':1");
        var first = registered(session, "past1");
        var second = registered(session, "past2");
        try (var connection = database.getConnection()) {
            RollCallFixture.execute(
                    connection,
                    "update training_session set session_date = session_date - 1 where id = ?",
                    UUID.fromString(id(session)));
        }
        var counts = get(session).extract().asString().replaceAll("\"etag\".*", "");
        post("/v1/personal-data/erasure", "{'email':'past1@p4.example'}").body("erased", equalTo(1));
        coordinator().post(second + "/erasure").then().statusCode(200).body("status", equalTo("WAITLISTED"));
        assertEquals(counts, get(session).extract().asString().replaceAll("\"etag\".*", ""));
        get(first).body("name", nullValue()).body("status", equalTo("REGISTERED"));
    }

    /** Asking needs no role, so that seeing and erasing the own question need none either. */
    @Test
    void askerExportsAndErasesOwnQuestions() throws SQLException {
        var question = asked("p9-a", "Of p9-a?");
        var second = asked("p9-a", "And now?");
        var another = asked("p9-b", "Of p9-b?");
        send(question + "/answer", "{'answer':'Thus.'}").then().statusCode(201);
        var figures = adviceFigures();
        export(account("p9-a"))
                .header("Cache-Control", containsString("no-store"))
                .body("records", empty())
                .body("adviceQuestions.question", contains("Of p9-a?", "And now?"))
                .body("adviceQuestions.answer", contains("Thus.", null));
        for (var other : List.of("{\"email\":\"a@p9.example\"}", "{\"subject\":\"p9-b\"}", "{\"name\":\"p9\"}")) {
            account("p9-a").body(other).post("/v1/personal-data/export").then().statusCode(403);
            account("p9-a").body(other).post("/v1/personal-data/erasure").then().statusCode(403);
        }
        account("p9-b").post(second + "/erasure").then().statusCode(404);
        account("p9-a")
                .post(second + "/erasure")
                .then()
                .statusCode(200)
                .body("question", equalTo(""))
                .body("erasedAt", notNullValue());
        erase(account("p9-a")).body("erased", equalTo(1));
        erase(account("p9-a")).body("erased", equalTo(0));
        export(account("p9-a")).body("adviceQuestions", empty());
        account("p9-a").get("/v1/advice-questions").then().body("items", empty());
        account("p9-a").get(question).then().statusCode(404);
        get(question)
                .body("question", equalTo(""))
                .body("answer", nullValue())
                .body("status", equalTo("ANSWERED"))
                .body("erasedAt", notNullValue());
        send(second + "/answer", "{'answer':'Too late.'}").then().statusCode(409);
        get(second).body("allowedActions", empty());
        assertEquals(figures, adviceFigures());
        assertEquals(0, count("select count(*) from advice_question where created_by like 'p9-a%'"));
        account("p9-b").get(another).then().body("question", equalTo("Of p9-b?"));
        post("/v1/personal-data/export", "{'subject':'p9-b'}").body("adviceQuestions.question", contains("Of p9-b?"));
        post("/v1/personal-data/erasure", "{'subject':'p9-b'}").body("erased", equalTo(1));
        get(another).body("question", equalTo(""));
    }

    @Test
    void erasureOfTrainerKeepsFigures() throws SQLException {
        var session = session("PERSON10", today(), ",'trainers':['p10-other','p10']");
        var record = post("/v1/trainers", "{'subject':'p10','label':'Police academy'}")
                .statusCode(201)
                .extract()
                .header("Location");
        TrainingApi.held(session, 12).statusCode(201);
        var figures = trainerFigures(record);
        assertTrue(figures.contains("12"), figures);
        export(RegistrationFixture.trainer("p10"))
                .body("trainer.label", equalTo("Police academy"))
                .body("trainings.id", contains(id(session)));
        erase(RegistrationFixture.trainer("p10")).body("erased", equalTo(2));
        export(RegistrationFixture.trainer("p10")).body("trainer", nullValue()).body("trainings", empty());
        RegistrationFixture.trainer("p10").get(record).then().statusCode(404);
        get(record).body("label", equalTo("")).body("erasedAt", notNullValue());
        get(session).body("trainers", hasSize(2)).body("trainers[0]", equalTo("p10-other"));
        assertEquals(figures.replace("Police academy", ""), trainerFigures(record));
        assertEquals(0, count("select count(*) from trainer where subject = 'p10' or label like 'Police%'"));
        assertEquals(0, count("select count(*) from training_session where trainers @> '{p10}'"));
    }

    /** Who called the roll is a pseudonym then, the same in all sessions. */
    @Test
    void erasureOfTrainerCoversRollCalls() throws SQLException {
        var session = session("PERSON13", today(), ",'trainers':['p13']");
        RegistrationFixture.trainer("p13")
                .body("{\"attendances\":[]}")
                .post(session + "/roll-call")
                .then()
                .statusCode(201)
                .body("recordedBy", equalTo("p13"));
        post(session + "/roll-call/correction", "{'attendances':[{'status':'PRESENT'}],'reason':'late'}")
                .statusCode(201);
        erase(RegistrationFixture.trainer("p13")).body("erased", equalTo(1));
        get(session + "/roll-call/versions")
                .body("items.recordedBy[0]", startsWith("erased "))
                .body("items.recordedBy[1]", not(startsWith("erased ")));
        assertEquals(0, count("select count(*) from head_count where recorded_by = 'p13'"));
    }

    /** Registrations by a coordinator belong to the person too, found by the verified address. */
    @Test
    void exportsRegistrationsMadeForVerifiedAddress() {
        var session = session("PERSON11", FUTURE, "");
        registered(session, "p11");
        registered(session, "p11-other");
        export(professional("p11")).body("records", empty());
        export(professional("p11", "P11@p4.example")).body("records.email", contains("p11@p4.example"));
        export(professional("p11", "\uFF5011@p4.example")).body("records", empty());
        erase(professional("p11", "p11@p4.example")).body("erased", equalTo(1));
        get(session).body("registered", equalTo(1));
    }

    @Test
    void exportsAndErasesNetworkMemberByName() {
        var fields = "'programme':'PERSON12','name':'A network','kind':'PLATFORM','source':'test'";
        var path = post("/v1/networks", "{" + fields + ",'members':['NCTV','Perla Twelve']}")
                .statusCode(201)
                .extract()
                .header("Location");
        post("/v1/personal-data/export", "{'name':'perla twelve'}")
                .body("networks.id", contains(id(path)))
                .body("networks.member", contains("Perla Twelve"));
        post("/v1/personal-data/erasure", "{'name':'Perla Twelve'}").body("erased", equalTo(1));
        get(path).body("members", contains("NCTV")).body("etag", equalTo("\"1\""));
        post("/v1/personal-data/export", "{'name':'perla twelve'}").body("networks", empty());
        post("/v1/personal-data/export", "{'name':'a','subject':'b'}").statusCode(400);
    }

    private static ValidatableResponse export(RequestSpecification caller) {
        return caller.body("{}").post("/v1/personal-data/export").then().statusCode(200);
    }

    private static ValidatableResponse erase(RequestSpecification caller) {
        return caller.body("{}").post("/v1/personal-data/erasure").then().statusCode(200);
    }

    private static String asked(String subject, String question) {
        return account(subject)
                .body("{\"programme\":\"PERSON9\",\"askedBy\":\"CITIZEN\",\"theme\":\"OTHER\",\"question\":\"%s\"}"
                        .formatted(question))
                .post("/v1/advice-questions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String adviceFigures() {
        return analyst()
                .get("/v1/advice-question-statistics?programme=PERSON9&by=year,theme,askedBy")
                .asString()
                .replaceAll("\"revision\":\"[^\"]*\"", "");
    }

    private static String trainerFigures(String trainer) {
        return coordinator()
                .get("/v1/trainer-statistics?trainer=" + id(trainer))
                .asString()
                .replaceAll("\"revision\":\"[^\"]*\"", "");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void refusesErasureByOtherCallers() {
        var session = session("PERSON5", today(), ",'trainers':['tess']");
        var registration = professional("p5")
                .body("{}")
                .post(session + "/registrations")
                .then()
                .extract()
                .header("Location");
        professional("another").post(registration + "/erasure").then().statusCode(404);
        RegistrationFixture.trainer("tess")
                .post(registration + "/erasure")
                .then()
                .statusCode(403);
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
