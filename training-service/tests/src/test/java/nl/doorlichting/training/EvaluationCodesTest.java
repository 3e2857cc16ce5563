package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.RegistrationFixture.account;
import static nl.doorlichting.training.RegistrationFixture.professional;
import static nl.doorlichting.training.RegistrationFixture.session;
import static nl.doorlichting.training.RegistrationFixture.today;
import static nl.doorlichting.training.RegistrationFixture.trainer;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.idempotency.ResponseCodec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A code for each person who was counted, as a sheet or fetched, and none from the trainer. */
@QuarkusTest
class EvaluationCodesTest {
    private static final String SHEET = "/evaluation-codes";
    private static final String OWN = "/evaluation-code";

    @Inject
    DataSource database;

    @Inject
    ResponseCodec answers;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void sheetHasCodeForEachHeadOnce() {
        var session = session("CODES1", today(), "");
        coordinator().post(session + SHEET).then().statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        held(session, 6).statusCode(201);
        var codes = sheet(session, 0);
        assertEquals(6, new HashSet<>(codes).size());
        coordinator().post(session + SHEET).then().statusCode(409);
        codes.forEach(code -> assertEquals(201, evaluate(session, code)));
        assertEquals(409, evaluate(session, codes.get(0)));
        get(session + "/evaluation-statistics").body("codes", equalTo(6)).body("n", equalTo(5));
        post(session + "/head-count/correction", "{'reason':'r','participants':{'kind':'EXACT','value':4}}")
                .statusCode(201);
        coordinator().post(session + SHEET).then().statusCode(409);
        post(
                        session + "/head-count/correction",
                        "{'reason':'r','participants':{'kind':'RANGE','minimum':5,'maximum':8}}")
                .statusCode(201);
        assertEquals(2, sheet(session, 0).size());
    }

    @Test
    void sheetHasAtMostThousandCodes() {
        var session = session("CODES1", today(), "");
        held(session, 1_200).statusCode(201);
        assertEquals(1_000, sheet(session, 200).size());
        assertEquals(200, sheet(session, 0).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'kind':'VAGUE','text':'some'}", "{'kind':'NOT_MEASURED','reason':'nobody counted'}"})
    void refusesSheetWithoutNumber(String participants) {
        var session = session("CODES2", today(), "");
        post(session + "/head-count", "{'participants':" + participants + "}").statusCode(201);
        coordinator().post(session + SHEET).then().statusCode(409);
    }

    @Test
    void withdrawnSessionGivesNoCodes() {
        var session = session("CODES2", today(), "");
        held(session, 3).statusCode(201);
        post(session + "/withdrawal", "{'reason':'r'}").statusCode(200);
        coordinator().post(session + SHEET).then().statusCode(409);
    }

    @Test
    void trainerGetsNoCodes() {
        var session = session("CODES3", today(), ",'trainers':['tess','cora']");
        var present = "{\"attendances\":[{\"status\":\"PRESENT\"},{\"status\":\"PRESENT\"}]}";
        trainer("tess")
                .body(present)
                .post(session + "/roll-call")
                .then()
                .statusCode(201)
                .body("present", equalTo(2))
                .body("evaluationCodes", empty());
        trainer("tess").post(session + SHEET).then().statusCode(403);
        trainer("tess").post(session + OWN).then().statusCode(403);
        var both = List.of(Role.TRAINER, Role.TRAINING_COORDINATOR);
        account("cora", both.toArray(String[]::new))
                .post(session + SHEET)
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/forbidden"));
        account("cora", both.toArray(String[]::new))
                .body(present.replace("{\"att", "{\"reason\":\"r\",\"att"))
                .post(session + "/roll-call/correction")
                .then()
                .statusCode(201)
                .body("evaluationCodes", empty());
        analyst().post(session + SHEET).then().statusCode(403);
        assertEquals(2, sheet(session, 0).size());
        get(session + "/evaluation-statistics").body("codes", equalTo(2));
    }

    @Test
    void participantFetchesOneCode() throws SQLException {
        var session = session("CODES4", today(), ",'trainers':['tess']");
        for (var name : List.of("pien", "pieter", "paula")) {
            registered(session, name);
        }
        professional("pien").post(session + OWN).then().statusCode(409);
        var pien = "{'registrationId':'%s','status':'PRESENT'}".formatted(registration(session, "pien"));
        var pieter = "{'registrationId':'%s','status':'EXCUSED'}".formatted(registration(session, "pieter"));
        trainerCalls(session, pien + "," + pieter + ",{'status':'PRESENT'}");
        var code = professional("pien")
                .post(session + OWN)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("evaluationCode");
        for (var other : List.of("pien", "pieter", "paula")) {
            professional(other).post(session + OWN).then().statusCode(409);
        }
        professional("stranger").post(session + OWN).then().statusCode(404);
        given().post(session + OWN).then().statusCode(401);
        assertEquals(List.of("registration_id"), columns("evaluation_code_fetch"));
        assertEquals(1, sheet(session, 0).size());
        assertEquals(201, evaluate(session, code));
        assertEquals(409, evaluate(session, code));
        assertStoredNowhere(code);
    }

    @Test
    void participantReadsWhomToAskOnceSheetIsHandedOut() {
        var session = session("CODES8", today(), "");
        registered(session, "codes8");
        held(session, 1).statusCode(201);
        assertEquals(1, sheet(session, 0).size());
        professional("codes8")
                .post(session + OWN)
                .then()
                .statusCode(409)
                .body(
                        "detail",
                        equalTo("All codes of the session were given out. Ask the training coordinator for yours."));
        coordinator()
                .post(session + SHEET)
                .then()
                .statusCode(409)
                .body("detail", equalTo("As many codes were given as people were counted."));
    }

    @Test
    void placeIsEnoughWhereHeadsWereCounted() {
        var session = session("CODES5", today(), ",'capacity':1");
        registered(session, "ann");
        registered(session, "bob");
        held(session, 1).statusCode(201);
        professional("bob").post(session + OWN).then().statusCode(409);
        // A key of an account would lead from it to the code.
        var first = professional("ann").header("Idempotency-Key", "k").post(session + OWN);
        assertEquals(200, first.statusCode());
        professional("ann")
                .header("Idempotency-Key", "k")
                .post(session + OWN)
                .then()
                .statusCode(409);
        coordinator().post(session + SHEET).then().statusCode(409);
    }

    @Test
    void personRegisteredByCoordinatorFetchesWithVerifiedAddress() {
        var session = session("CODES5", today(), "");
        post(session + "/registrations", "{'name':'Eva','email':'eva@codes.example'}")
                .statusCode(201);
        held(session, 2).statusCode(201);
        professional("eva").post(session + OWN).then().statusCode(404);
        professional("eva", "other@codes.example").post(session + OWN).then().statusCode(404);
        professional("eva", "eva@codes.example").post(session + OWN).then().statusCode(200);
        professional("eva", "eva@codes.example").post(session + OWN).then().statusCode(409);
    }

    @Test
    void oneOfManyFetchesAtOnceGetsCode() {
        var session = session("CODES6", today(), "");
        registered(session, "ann");
        held(session, 5).statusCode(201);
        assertEquals(
                1,
                IntStream.range(0, 8)
                        .parallel()
                        .filter(each -> professional("ann").post(session + OWN).statusCode() == 200)
                        .count());
        assertEquals(4, sheet(session, 0).size());
    }

    @Test
    void erasureOfParticipantLeavesFiguresEqual() {
        var session = session("CODES7", today(), "");
        for (var each = 0; each < 5; each++) {
            registered(session, "e" + each);
        }
        held(session, 5).statusCode(201);
        for (var each = 0; each < 5; each++) {
            String code = professional("e" + each).post(session + OWN).path("evaluationCode");
            assertEquals(201, evaluate(session, code));
        }
        var before = figures(session, "CODES7");
        for (var each = 0; each < 5; each++) {
            professional("e" + each).post("/v1/personal-data/erasure").then().statusCode(200);
        }
        assertEquals(before, figures(session, "CODES7"));
        professional("e1").post(session + OWN).then().statusCode(404);
    }

    /** A code that is stored with its account would lead from the person who got it to the answer. */
    @Test
    void storedAnswersHaveNoCodesAndNoKeys() throws SQLException {
        var session = session("CODES8", today(), "");
        held(session, 2).statusCode(201);
        var first = coordinator().header("Idempotency-Key", "c8").post(session + SHEET);
        coordinator()
                .header("Idempotency-Key", "c8")
                .post(session + SHEET)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("evaluationCodes", empty())
                .body("withoutCode", equalTo(0));
        var secrets = new ArrayList<String>(first.<List<String>>path("evaluationCodes"));
        assertEquals(2, secrets.size());
        secrets.forEach(code -> assertFalse(stored("%/evaluation-codes").contains(code)));
        var called = session("CODES8", today(), "");
        var rollCall = "{\"attendances\":[{\"status\":\"PRESENT\"}]}";
        String code = coordinator()
                .header("Idempotency-Key", "c8")
                .body(rollCall)
                .post(called + "/roll-call")
                .path("evaluationCodes[0]");
        coordinator()
                .header("Idempotency-Key", "c8")
                .body(rollCall)
                .post(called + "/roll-call")
                .then()
                .statusCode(201)
                .body("present", equalTo(1))
                .body("evaluationCodes", empty());
        secrets.add(code);
        String key = professional("codes8")
                .header("Idempotency-Key", "c8")
                .post("/v1/calendar-feeds")
                .path("key");
        professional("codes8")
                .header("Idempotency-Key", "c8")
                .post("/v1/calendar-feeds")
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("key", nullValue())
                .body("path", nullValue());
        secrets.add(key);
        var opened = stored("%");
        assertTrue(opened.contains("\"present\":1") && opened.contains("expiresOn"));
        secrets.forEach(secret -> assertFalse(opened.contains(secret)));
        for (var secret : secrets) {
            assertStoredNowhere(secret);
        }
    }

    /** What the stored answers of these paths say, opened. */
    private String stored(String path) {
        try {
            return rows("select body from idempotency_key where key = 'c8' and path like '" + path + "'").stream()
                    .map(answers::read)
                    .collect(Collectors.joining());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** In any order of counts, sheets and fetches: never more codes than heads counted, each other than the ones before. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void codesNeverExceedHeads(long seed) {
        var random = new Random(seed);
        var session = session("CODES-" + seed, today(), ",'trainers':['tess']");
        var waiting = new ArrayList<String>();
        for (var each = 0; each < 6; each++) {
            registered(session, "s" + seed + each);
            waiting.add("s" + seed + each);
        }
        Collections.shuffle(waiting, random);
        var heads = 1 + random.nextInt(5);
        held(session, heads).statusCode(201);
        var given = new ArrayList<String>();
        for (var step = 0; step < 25; step++) {
            var left = Math.max(0, heads - given.size());
            switch (random.nextInt(3)) {
                case 0 -> {
                    heads = random.nextInt(12);
                    post(
                                    session + "/head-count/correction",
                                    "{'reason':'r','participants':{'kind':'EXACT','value':%d}}".formatted(heads))
                            .statusCode(201);
                }
                case 1 -> {
                    var answer = coordinator().post(session + SHEET).then().statusCode(left > 0 ? 200 : 409);
                    if (left > 0) {
                        List<String> codes = answer.extract().path("evaluationCodes");
                        assertEquals(left, codes.size());
                        given.addAll(codes);
                    }
                }
                default -> {
                    if (!waiting.isEmpty()) {
                        var answer = professional(waiting.get(0)).post(session + OWN);
                        assertEquals(left > 0 ? 200 : 409, answer.statusCode());
                        if (left > 0) {
                            given.add(answer.path("evaluationCode"));
                            waiting.remove(0);
                        }
                    }
                }
            }
            get(session + "/evaluation-statistics").body("codes", equalTo(given.size()));
        }
        assertEquals(given.size(), new HashSet<>(given).size());
        given.forEach(code -> assertEquals(201, evaluate(session, code)));
    }

    private static List<String> sheet(String session, int withoutCode) {
        return coordinator()
                .post(session + SHEET)
                .then()
                .statusCode(200)
                .body("withoutCode", equalTo(withoutCode))
                .extract()
                .path("evaluationCodes");
    }

    private static void trainerCalls(String session, String lines) {
        trainer("tess")
                .body("{'attendances':[%s]}".formatted(lines).replace('\'', '"'))
                .post(session + "/roll-call")
                .then()
                .statusCode(201)
                .body("present", equalTo(2));
    }

    private static void registered(String session, String subject) {
        professional(subject).body("{}").post(session + "/registrations").then().statusCode(201);
    }

    private static String registration(String session, String subject) {
        return professional(subject).get(session + "/registrations").path("items[0].id");
    }

    private static int evaluate(String session, String code) {
        return given().contentType(ContentType.JSON)
                .body("{\"code\":\"%s\",\"rating\":8}".formatted(code))
                .post(session + "/evaluations")
                .statusCode();
    }

    private static String figures(String session, String programme) {
        return (get(session + "/evaluation-statistics").extract().asString()
                        + analyst()
                                .get("/v1/training-statistics?programme=" + programme)
                                .asString())
                .replaceAll("\"revision\":\"[^\"]*\"", "");
    }

    private void assertStoredNowhere(String code) throws SQLException {
        for (var table : List.of("evaluation_code", "evaluation", "idempotency_key", "audit_event")) {
            assertTrue(
                    rows("select t::text from " + table + " t").stream().noneMatch(row -> row.contains(code)), table);
        }
    }

    private List<String> columns(String table) throws SQLException {
        return rows("select column_name from information_schema.columns where table_name = '" + table + "'");
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var all = new ArrayList<String>();
            while (found.next()) {
                all.add(found.getString(1));
            }
            assertFalse(all.size() > 100_000);
            return all;
        }
    }
}
