package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.time.DutchCalendar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AdviceQuestionsTest {
    private static final String PATH = "/v1/advice-questions";

    @Inject
    DataSource database;

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void showsQuestionToAskerAndCoordinatorOnly() {
        var path = asked("A1", as("asker-1"), "'theme':'SIGNALS'");
        as("asker-1")
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("allowedActions", contains("erasure", "withdrawal"));
        as("asker-1").get(PATH).then().body("items.id", contains(id(path)));
        as("asker-2").get(path).then().statusCode(404);
        as("asker-2").get(PATH).then().body("items", empty());
        given().auth()
                .oauth2(TestIssuer.token()
                        .subject("asker-3")
                        .roles(Role.ANALYST)
                        .sign())
                .get(path)
                .then()
                .statusCode(404);
        get(path)
                .body("question", equalTo("What now?"))
                .body("dueOn", equalTo(today().plusDays(14).toString()))
                .body("allowedActions", contains("answer", "assignment", "corrections", "erasure", "withdrawal"));
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void refusesSecondAnswerAndKeepsDaysToAnswer() {
        var path = post(PATH, question("A2", "'theme':'BACKGROUND','receivedOn':'%s'".formatted(today().minusDays(10))))
                .statusCode(201)
                .extract()
                .header("Location");
        as("asker-1").body("{\"answer\":\"So.\"}").post(path + "/answer").then().statusCode(403);
        post(path + "/answer", "{'answer':'So.','answeredOn':'%s'}".formatted(today().minusDays(11)))
                .statusCode(400)
                .body("violations.pointer", contains("/answeredOn"));
        post(path + "/answer", "{'answer':'So.','answeredOn':'%s'}".formatted(today().minusDays(3)))
                .statusCode(201)
                .body("status", equalTo("ANSWERED"))
                .body("daysToAnswer", equalTo(7))
                .body("etag", equalTo("\"1\""))
                .body("allowedActions", contains("corrections", "erasure", "withdrawal"));
        post(path + "/answer", "{'answer':'Again.'}")
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"));
    }

    @Test
    void refusesBodyOfErasureAndErasesNothing() {
        var path = post(PATH, question("A10", "'theme':'BACKGROUND','receivedOn':'%s'".formatted(today())))
                .statusCode(201)
                .extract()
                .header("Location");
        post(path + "/erasure?unknown=1", "{'question':'keep'}")
                .statusCode(400)
                .body("violations.name", contains("unknown", null))
                .body("violations.detail[1]", equalTo("This path takes no body."));
        get(path).body("question", equalTo("What now?"));
        post(path + "/erasure", "{}").statusCode(200);
    }

    @Test
    void filtersOpenAndOverdueQuestions() {
        var open = received("A3", today().minusDays(14));
        var overdue = received("A3", today().minusDays(15));
        var answered = received("A3", today().minusDays(20));
        post(answered + "/answer", "{'answer':'So.'}").statusCode(201);
        get(PATH + "?programme=A3&status=OPEN").body("items.id", contains(id(open)));
        get(PATH + "?programme=A3&status=OVERDUE").body("items.id", contains(id(overdue)));
        get(PATH + "?programme=A3&status=ANSWERED").body("items.id", contains(id(answered)));
        get(PATH + "?programme=A3&sort=-receivedOn").body("items.id", contains(id(open), id(overdue), id(answered)));
    }

    @Test
    void refusesReceivedOnOfOtherCallerThanCoordinator() {
        as("asker-1")
                .body(question("A4", "'theme':'OTHER','receivedOn':'2011-01-01'"))
                .post(PATH)
                .then()
                .statusCode(403);
        post(PATH, question("A4", "'theme':'OTHER','receivedOn':'%s'".formatted(today().plusDays(1))))
                .statusCode(400)
                .body("violations.code", contains("OUT_OF_RANGE"));
        post(PATH, question("A4", "'theme':'NOTHING'")).statusCode(400).body("violations.pointer", contains("/theme"));
    }

    @Test
    void refusesSecondReference() {
        var first = post(PATH, question("A5", "'theme':'OTHER','reference':'q1'"))
                .statusCode(201)
                .extract()
                .header("Location");
        post(PATH, question("A5", "'theme':'OTHER','reference':'q1'"))
                .statusCode(409)
                .body("existing", equalTo(first));
    }

    @Test
    void repeatedRequestAsksOnce() {
        var request = question("A6", "'theme':'OTHER'");
        var first = as("asker-6").header("Idempotency-Key", "q6").body(request).post(PATH);
        var second = as("asker-6").header("Idempotency-Key", "q6").body(request).post(PATH);
        second.then().statusCode(201).header("Idempotency-Replayed", "true").body("id", equalTo(first.path("id")));
        get(PATH + "?programme=A6").body("items", hasSize(1));
    }

    /** The review's figure: more than 1000 questions answered (policy review 25.1, line 330). */
    @Test
    void sumsTallyWithItsCertainty() {
        tally("A7", "2007-01-01", "2012-01-01", "'answered':{'kind':'AT_LEAST','value':1000}")
                .statusCode(201);
        statistics("A7", "&by=year,theme,askedBy")
                .body("dimensions", contains("year", "theme", "askedBy"))
                .body("rows", hasSize(1))
                .body("rows[0].year", nullValue())
                .body("rows[0].theme", nullValue())
                .body("rows[0].answered.best", equalTo(1000))
                .body("rows[0].answered.lowest", equalTo(1000))
                .body("rows[0].answered.highest", nullValue())
                .body("rows[0].answered.observations.atLeast", equalTo(1))
                .body("rows[0].received.best", nullValue())
                .body("rows[0].open", nullValue())
                .body("totals[0].answered.best", equalTo(1000))
                .body("notes", empty());
    }

    /** Both figures have to be certain enough for one to contradict the other. */
    @Test
    void refusesTallyWithMoreAnsweredThanReceived() {
        var exact = "{'kind':'EXACT','value':%d}";
        var stated = "'received':%s,'answered':%s";
        for (var answered : List.of(
                exact.formatted(5),
                "{'kind':'AT_LEAST','value':5}",
                "{'kind':'RANGE','minimum':5,'maximum':9}",
                "{'kind':'APPROXIMATE','value':7,'plusMinus':2}")) {
            tally("A13", "2010-01-01", "2011-01-01", stated.formatted(exact.formatted(4), answered))
                    .statusCode(400)
                    .body("violations.pointer", contains("/answered"))
                    .body("violations.code", contains("OUT_OF_RANGE"))
                    .body("violations[0].parameters.maximum", equalTo(4));
        }
        get("/v1/advice-question-tallies?programme=A13").body("items", empty());
        for (var answered : List.of(
                exact.formatted(4), "{'kind':'APPROXIMATE','value':9}", "{'kind':'RANGE','minimum':4,'maximum':9}")) {
            tally("A13", "2010-01-01", "2011-01-01", stated.formatted(exact.formatted(4), answered))
                    .statusCode(201);
        }
        tally("A13", "2010-01-01", "2011-01-01", stated.formatted("{'kind':'AT_LEAST','value':4}", exact.formatted(5)))
                .statusCode(201);
    }

    @Test
    void sumsByYearThemeAndAsker() {
        var first = post(PATH, question("A8", "'theme':'SIGNALS','receivedOn':'2010-03-01'"))
                .extract()
                .header("Location");
        post(first + "/answer", "{'answer':'So.','answeredOn':'2010-03-05'}").statusCode(201);
        post(PATH, question("A8", "'theme':'SIGNALS','receivedOn':'2011-03-01'"))
                .statusCode(201);
        post(PATH, question("A8", "'theme':'OTHER','receivedOn':'2011-04-01'").replace("CITIZEN", "MUNICIPALITY"))
                .statusCode(201);
        statistics("A8", "")
                .body("rows.year", contains(2010, 2011))
                .body("rows.received.best", contains(1, 2))
                .body("rows.answered.best", contains(1, 0))
                .body("rows.overdue", contains(0, 2))
                .body("rows.daysToAnswer", contains(4.0f, null))
                .body("rows.open", contains(0, 0))
                .body("totals[0].open", equalTo(0));
        statistics("A8", "&by=theme,askedBy&from=2011-01-01")
                .body("rows.theme", contains("SIGNALS", "OTHER"))
                .body("rows.askedBy", contains("CITIZEN", "MUNICIPALITY"));
        statistics("A8", "&theme=OTHER&askedBy=MUNICIPALITY").body("totals[0].received.best", equalTo(1));
    }

    @Test
    void leavesOutPartlyOverlappingTalliesAndNotesSharedDays() {
        tally("A9", "2010-01-01", "2011-01-01", "'received':{'kind':'EXACT','value':40}")
                .statusCode(201);
        tally("A9", "2007-01-01", "2012-01-01", "'received':{'kind':'EXACT','value':90}")
                .statusCode(201);
        post(PATH, question("A9", "'theme':'OTHER','receivedOn':'2010-03-01'")).statusCode(201);
        statistics("A9", "&from=2010-01-01&until=2011-01-01")
                .body("totals[0].received.best", equalTo(41))
                .body("notes.code", contains("PARTIAL_OVERLAP", "OVERLAPPING_PERIODS"));
        statistics("A9", "").body("notes[0].detail", containsString("2007-2011, 2010"));
    }

    @Test
    void refusesTallyWithoutFigure() {
        tally("A10", "2010-01-01", "2011-01-01", "'theme':'OTHER'")
                .statusCode(400)
                .body("violations", hasSize(1));
        var path = tally("A10", "2010-01-01", "2011-01-01", "'received':{'kind':'VAGUE','text':'veel'},'reference':'t'")
                .statusCode(201)
                .extract()
                .header("Location");
        get(path).body("received.text", equalTo("veel")).body("answered", nullValue());
        get("/v1/advice-question-tallies?programme=A10").body("items", hasSize(1));
        tally("A10", "2010-01-01", "2011-01-01", "'received':{'kind':'EXACT','value':1},'reference':'t'")
                .statusCode(409)
                .body("existing", equalTo(path));
    }

    @Test
    void figuresContainNoText() {
        asked("A11", as("asker-11"), "'theme':'OTHER'");
        var answer = TrainingApi.analyst()
                .get("/v1/advice-question-statistics?programme=A11&by=theme")
                .asString();
        org.hamcrest.MatcherAssert.assertThat(answer, not(containsString("What now?")));
        TrainingApi.analyst()
                .get("/v1/advice-question-statistics?by=month")
                .then()
                .statusCode(400)
                .body("violations.name", contains("by"));
        coordinator()
                .get("/v1/advice-question-statistics")
                .then()
                .statusCode(200)
                .body("dimensions", hasItem("year"));
    }

    private static String received(String programme, LocalDate on) {
        return post(PATH, question(programme, "'theme':'OTHER','receivedOn':'%s'".formatted(on)))
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static String asked(String programme, RequestSpecification asker, String fields) {
        return asker.body(question(programme, fields))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    @Test
    void correctsTallyWithReasonAndKeepsFormerVersion() throws SQLException {
        var path = tally("A11", "2010-01-01", "2011-01-01", "'received':{'kind':'EXACT','value':4000}")
                .body("allowedActions", contains("corrections", "withdrawal"))
                .extract()
                .header("Location");
        var right = "{'reason':'a nought too many','source':'test','period':{'from':'2010-01-01','until':'2011-01-01'},"
                + "'received':{'kind':'EXACT','value':400}}";
        post(path + "/corrections", right).statusCode(201).body("reason", equalTo("a nought too many"));
        post(path + "/corrections", "{'reason':'none','received':null}").statusCode(400);
        post(path + "/corrections", "{'reason':'of citizens','askedBy':'CITIZEN'}")
                .statusCode(201)
                .body("askedBy", equalTo("CITIZEN"))
                .body("received.value", equalTo(400));
        statistics("A11", "").body("rows[0].received.best", equalTo(400));
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var kept = statement.executeQuery(
                        "select said ->> 'received_value' from corrected_figure where id = '" + id(path) + "'")) {
            assertTrue(kept.next());
            assertEquals("4000", kept.getString(1));
        }
    }

    @Test
    void refusesTallyThatStatesTheSameAndWithdrawsTally() {
        var tallies = "/v1/advice-question-tallies";
        var fields = "'received':{'kind':'EXACT','value':40}";
        var path = tally("A12", "2010-01-01", "2011-01-01", fields)
                .statusCode(201)
                .extract()
                .header("Location");
        tally("A12", "2010-01-01", "2011-01-01", fields + ",'note':'again'")
                .statusCode(409)
                .body("existing", equalTo(path));
        var second = tally("A12", "2010-01-01", "2011-01-01", fields.replace("40", "41"))
                .statusCode(201)
                .extract()
                .header("Location");
        post(second + "/corrections", "{'reason':'r'," + fields + "}")
                .statusCode(409)
                .body("existing", equalTo(path));
        post(second + "/withdrawal", "{'reason':'entered twice'}")
                .statusCode(200)
                .body("withdrawal.reason", equalTo("entered twice"))
                .body("allowedActions", empty());
        statistics("A12", "").body("totals[0].received.best", equalTo(40));
        get(tallies + "?programme=A12").body("items.id", contains(id(path)));
        get(tallies + "?programme=A12&withdrawn=true").body("items.id", contains(id(second)));
        post(second + "/withdrawal", "{'reason':'again'}").statusCode(409);
        post(second + "/corrections", "{'reason':'again','note':'n'}").statusCode(409);
    }

    private static String question(String programme, String fields) {
        return "{'programme':'%s','askedBy':'CITIZEN','question':'What now?',%s}"
                .formatted(programme, fields)
                .replace('\'', '"');
    }

    private static ValidatableResponse tally(String programme, String from, String until, String fields) {
        return post(
                "/v1/advice-question-tallies",
                "{'programme':'%s','period':{'from':'%s','until':'%s'},'source':'test',%s}"
                        .formatted(programme, from, until, fields));
    }

    private static ValidatableResponse statistics(String programme, String more) {
        return TrainingApi.analyst()
                .get("/v1/advice-question-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    /** A caller with a token and without a role. */
    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(TestIssuer.token().subject(subject).sign()).contentType(ContentType.JSON);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    // Another one after midnight in the Netherlands.
    private static LocalDate today() {
        return DutchCalendar.dayOf(Instant.now());
    }
}
