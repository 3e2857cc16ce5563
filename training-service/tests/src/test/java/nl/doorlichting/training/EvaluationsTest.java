package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.planned;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.training.evaluations.EvaluationCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code is the credential, works once, and links no answer to a person. */
@QuarkusTest
class EvaluationsTest {
    private static final String TYPE = "EVALUATION_TYPE";

    @Inject
    EvaluationCodes codes;

    @Inject
    DataSource database;

    private String session;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @BeforeEach
    void session() {
        type(TYPE, "OTHER");
        session = planned("EV", TYPE, "2011-05-01");
    }

    @Test
    void acceptsEvaluationWithCodeAndWithoutToken() {
        var code = draw(1).get(0);
        evaluate(code, "'rating':8,'knowledgeGained':true,'remarks':'Good.'")
                .statusCode(201)
                .header("Location", nullValue())
                .body("rating", equalTo(8))
                .body("knowledgeGained", equalTo(true))
                .body("applicable", nullValue());
    }

    @Test
    void answersSameForUsedAndUnknownCode() {
        var code = draw(1).get(0);
        evaluate(code, "'rating':8").statusCode(201);
        var used = evaluate(code, "'rating':8")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/code-not-valid"))
                .extract()
                .<String>path("detail");
        evaluate("NO-SUCH-CODE", "'rating':8").statusCode(409).body("detail", equalTo(used));
    }

    @Test
    void refusesCodeOfAnotherSession() {
        var code = draw(1).get(0);
        var other = planned("EV", TYPE, "2011-05-02");
        post(other, code, "'rating':8").statusCode(409);
        post("/v1/training-sessions/" + UUID.randomUUID(), code, "'rating':8").statusCode(404);
        evaluate(code.toLowerCase().replaceFirst("(.{5})", "$1-"), "'rating':8").statusCode(201);
    }

    @Test
    void refusesRatingOutsideOneToTen() {
        var code = draw(1).get(0);
        evaluate(code, "'rating':11").statusCode(400).body("violations.code", contains("OUT_OF_RANGE"));
        evaluate(code, "'rating':0").statusCode(400);
        evaluate(code, "'rating':7.5").statusCode(400).body("violations.code", contains("NOT_AN_INTEGER"));
        evaluate(code, "'applicable':true").statusCode(400).body("violations.pointer", contains("/rating"));
        evaluate(code, "'rating':10").statusCode(201);
    }

    @Test
    void acceptsOneOfManyConcurrentEvaluationsWithOneCode() {
        var code = draw(1).get(0);
        var won = IntStream.range(0, 16)
                .parallel()
                .map(each -> given().contentType(ContentType.JSON)
                        .body("{\"code\":\"%s\",\"rating\":8}".formatted(code))
                        .post(session + "/evaluations")
                        .statusCode())
                .filter(status -> status == 201)
                .count();
        assertEquals(1, won);
    }

    @Test
    void showsNothingBelowFiveAnswersAndThenWholeSteps() {
        var drawn = draw(8);
        drawn.subList(0, 4)
                .forEach(code -> evaluate(code, "'rating':6,'remarks':'Long.'").statusCode(201));
        get(session + "/evaluation-statistics")
                .statusCode(200)
                .body("codes", equalTo(8))
                .body("suppressed", equalTo(true))
                .body("n", nullValue())
                .body("mean", nullValue())
                .body("responseRate", nullValue());
        get(session + "/evaluations").statusCode(200).body("items", empty()).body("total.value", equalTo(0));
        evaluate(drawn.get(4), "'rating':9,'applicable':false,'remarks':'Short.'")
                .statusCode(201);
        get(session + "/evaluation-statistics")
                .body("suppressed", equalTo(false))
                .body("n", equalTo(5))
                .body("mean", equalTo(6.6f))
                .body("spread", equalTo(1.34f))
                .body("responseRate", equalTo(0.63f))
                .body("applicable", nullValue());
        get(session + "/evaluations")
                .body("items.remarks", containsInAnyOrder("Long.", "Long.", "Long.", "Long.", "Short."));
        drawn.subList(5, 8)
                .forEach(code -> evaluate(code, "'rating':1,'remarks':'Late.'").statusCode(201));
        draw(2).forEach(code -> {
            get(session + "/evaluation-statistics")
                    .body("n", equalTo(5))
                    .body("mean", equalTo(6.6f))
                    .body("spread", equalTo(1.34f));
            get(session + "/evaluations").body("total.value", equalTo(5));
            evaluate(code, "'rating':1,'remarks':'Late.'").statusCode(201);
        });
        get(session + "/evaluation-statistics").body("n", equalTo(10)).body("mean", equalTo(3.8f));
        get(session + "/evaluations").body("total.value", equalTo(10));
    }

    @Test
    void concurrentAnswersMakeSameSteps() {
        draw(12).parallelStream()
                .forEach(code ->
                        evaluate(code, "'rating':7,'knowledgeGained':true").statusCode(201));
        get(session + "/evaluation-statistics")
                .body("n", equalTo(10))
                .body("mean", equalTo(7.0f))
                .body("spread", equalTo(0.0f))
                .body("knowledgeGained", equalTo(1.0f));
    }

    /** From the roll call to the statistics, as coordinator and participants. */
    @Test
    void evaluationsOfPeoplePresentAppearInStatistics() {
        var programme = "EV-WAY";
        session = planned(programme, TYPE, "2011-05-01");
        var present = "{'status':'PRESENT','profession':'POLICE'}";
        var lines = "{'attendances':[%s]}".formatted(String.join(",", Collections.nCopies(6, present)));
        List<String> given = TrainingApi.post(session + "/roll-call", lines)
                .statusCode(201)
                .extract()
                .path("evaluationCodes");
        assertEquals(6, given.size());
        given.subList(0, 5).forEach(code -> evaluate(code, "'rating':8").statusCode(201));
        TrainingApi.analyst()
                .get("/v1/training-statistics?programme=" + programme)
                .then()
                .body("rows[0].participants.best", equalTo(6))
                .body("rows[0].evaluations.mean", equalTo(8.0f))
                .body("rows[0].evaluations.responseRate", equalTo(0.83f));
        TrainingApi.analyst()
                .get("/v1/training-statistics?by=profession&programme=" + programme)
                .then()
                .body("rows.profession", contains("POLICE"))
                .body("rows.participants.best", contains(6));
    }

    @Test
    void showsTrainerEvaluationsOfOwnSessionsOnly() {
        TrainingApi.as(Role.TRAINER)
                .get(session + "/evaluation-statistics")
                .then()
                .statusCode(404);
        TrainingApi.as(Role.TRAINER).get(session + "/evaluations").then().statusCode(403);
        given().get(session + "/evaluations").then().statusCode(401);
    }

    /** The table has no column for a person, a code or a moment, and no order of time. */
    @Test
    void storesNoLinkFromAnswerToParticipant() throws SQLException {
        var code = draw(1).get(0);
        evaluate(code, "'rating':8").statusCode(201);
        assertEquals(
                List.of(
                        "id",
                        "session_id",
                        "rating",
                        "knowledge_gained",
                        "applicable",
                        "shared_with_partners",
                        "remarks",
                        "shown"),
                strings("select column_name from information_schema.columns where table_name = 'evaluation'"
                        + " order by ordinal_position"));
        var ids = strings("select id from evaluation where session_id = '%s'".formatted(sessionId()));
        assertEquals(4, UUID.fromString(ids.get(0)).version());
        assertTrue(strings("select code_hash from evaluation_code where session_id = '%s'".formatted(sessionId()))
                .isEmpty());
        assertTrue(strings("select body from idempotency_key where path like '%/evaluations'")
                .isEmpty());
    }

    @Test
    void storesOnlyHashesOfCodes() throws SQLException {
        var drawn = draw(3);
        var stored = strings("select code_hash from evaluation_code where session_id = '%s'".formatted(sessionId()));
        assertEquals(3, stored.stream().distinct().count());
        drawn.forEach(code -> assertFalse(stored.contains(code)));
        drawn.forEach(code -> assertTrue(code.matches("[0-9A-Z]{26}"), code));
    }

    private List<String> draw(int number) {
        return QuarkusTransaction.requiringNew().call(() -> codes.issue(UUID.fromString(sessionId()), number));
    }

    private ValidatableResponse evaluate(String code, String fields) {
        return post(session, code, fields);
    }

    private static ValidatableResponse post(String sessionPath, String code, String fields) {
        return given().contentType(ContentType.JSON)
                .body("{'code':'%s',%s}".formatted(code, fields).replace('\'', '"'))
                .post(sessionPath + "/evaluations")
                .then();
    }

    private String sessionId() {
        return session.substring(session.lastIndexOf('/') + 1);
    }

    private List<String> strings(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
