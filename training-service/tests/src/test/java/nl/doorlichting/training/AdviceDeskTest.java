package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.coordinator;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.time.DutchCalendar;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions for advice are assigned, corrected, withdrawn and found, and each counts the same everywhere. */
@QuarkusTest
class AdviceDeskTest {
    private static final String PATH = "/v1/advice-questions";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @Test
    void assignsQuestionUntilItIsAnswered() {
        var path = recorded("D1", "'theme':'SIGNALS'");
        var own = asked("D1", as("desk-1"), "");
        coordinatorsWork("cora", "carl");
        post(path + "/assignment", "{'assignedTo':'cora'}")
                .statusCode(200)
                .body("assignedTo", equalTo("cora"))
                .body("question", equalTo(""));
        post(own + "/assignment", "{'assignedTo':'carl'}").statusCode(200);
        get(PATH + "?programme=D1&assignedTo=cora").body("items.id", contains(id(path)));
        as("desk-1").get(own).then().body("assignedTo", nullValue());
        as("desk-1").get(PATH + "?assignedTo=carl").then().body("items", empty());
        as("desk-1").body("{}").post(own + "/assignment").then().statusCode(403);
        post(path + "/assignment", "{'assignedTo':''}")
                .statusCode(400)
                .body("violations.pointer", contains("/assignedTo"));
        post(path + "/assignment", "{}").statusCode(200).body("assignedTo", nullValue());
        get(PATH + "?programme=D1&assignedTo=NOT_STATED").body("items.id", contains(id(path)));
        post(path + "/answer", "{'answer':'So.'}").statusCode(201);
        post(path + "/assignment", "{'assignedTo':'cora'}")
                .statusCode(409)
                .body("allowed", contains("corrections", "erasure", "withdrawal"));
    }

    /** A subject is known as a coordinator once it wrote as one, and a coordinator can take a question itself at once. */
    @Test
    void refusesAssignmentToSubjectThatIsNoKnownCoordinator() {
        var path = recorded("D9", "'theme':'SIGNALS'");
        asked("D9", as("desk-9"), "");
        for (var subject : List.of("nobody-9", "desk-9", "conny-9")) {
            post(path + "/assignment", "{'assignedTo':'" + subject + "'}")
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/reference-unknown"))
                    .body("violations.pointer", contains("/assignedTo"))
                    .body("violations[0].parameters.value", equalTo(subject));
        }
        get(path).body("assignedTo", nullValue());
        RegistrationFixture.account("conny-9", Role.TRAINING_COORDINATOR)
                .body("{\"assignedTo\":\"conny-9\"}")
                .post(path + "/assignment")
                .then()
                .statusCode(200);
        post(path + "/assignment", "{}").statusCode(200);
        post(path + "/assignment", "{'assignedTo':'conny-9'}").statusCode(200).body("assignedTo", equalTo("conny-9"));
        RegistrationFixture.session("D9", RegistrationFixture.FUTURE, "");
        var session = "{\"programme\":\"D9\",\"trainingType\":\"OF_REGISTERING\",\"title\":\"A\","
                + "\"date\":\"2199-06-01\",\"source\":\"test\"}";
        RegistrationFixture.account("carla-9", Role.TRAINING_COORDINATOR)
                .body(session)
                .post("/v1/training-sessions")
                .then()
                .statusCode(201);
        post(path + "/assignment", "{'assignedTo':'carla-9'}").statusCode(200);
    }

    @Test
    void correctsClassificationAndAnswerAsVersions() {
        var path = asked("D2", as("desk-2"), "");
        post(path + "/corrections", "{'reason':'too early','answer':'So.'}")
                .statusCode(400)
                .body("violations.pointer", contains("/answer"));
        post(path + "/corrections", "{'theme':'COOPERATION'}")
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        post(path + "/corrections", "{'reason':'about partners','theme':'COOPERATION','phenomenon':'POLARISATION'}")
                .statusCode(201)
                .body("theme", equalTo("COOPERATION"))
                .body("askedBy", equalTo("CITIZEN"))
                .body("correctedAt", notNullValue())
                .body("question", equalTo(""));
        get(PATH + "?programme=D2&theme=COOPERATION").body("items.question", contains("What now?"));
        post(path + "/answer", "{'answer':'Wrong.'}").statusCode(201);
        post(path + "/corrections", "{'reason':'it was wrong','answer':'Right.'}")
                .statusCode(201)
                .body("answer", nullValue())
                .body("status", equalTo("ANSWERED"));
        post(path + "/corrections", "{'reason':'none','answer':null}")
                .statusCode(400)
                .body("violations.pointer", contains("/answer"));
        post(path + "/corrections", "{'reason':'later','answeredOn':'%s'}".formatted(today().plusDays(1)))
                .statusCode(400)
                .body("violations.pointer", contains("/answeredOn"));
        post(path + "/corrections", "{'reason':'r','question':'Another?','programme':'D3'}")
                .statusCode(400)
                .body("violations.pointer", containsInAnyOrder("/question", "/programme"));
        as("desk-2").get(path).then().body("answer", equalTo("Right.")).body("question", equalTo("What now?"));
        get(path + "/versions")
                .statusCode(200)
                .body("items.theme", contains("OTHER", "COOPERATION"))
                .body("items.answer", contains(null, "Wrong."))
                .body("items.reason", contains("about partners", "it was wrong"))
                .body("items.changedBy", everyItem(notNullValue()));
        as("desk-2")
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.answer", contains(null, "Wrong."))
                .body("items.changedBy", everyItem(nullValue()));
        as("desk-3").get(path + "/versions").then().statusCode(404);
        as("desk-2")
                .body("{\"reason\":\"r\"}")
                .post(path + "/corrections")
                .then()
                .statusCode(403);
    }

    @Test
    void withdrawnQuestionCountsNowhere() {
        var own = asked("D3", as("desk-4"), "");
        var kept = recorded("D3", "'theme':'OTHER'");
        as("desk-5").body("{\"reason\":\"r\"}").post(own + "/withdrawal").then().statusCode(404);
        as("desk-4")
                .body("{}")
                .post(own + "/withdrawal")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        as("desk-4")
                .body("{\"reason\":\"I found it.\"}")
                .post(own + "/withdrawal")
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawnAt", notNullValue())
                .body("allowedActions", contains("erasure"));
        get(PATH + "?programme=D3").body("items.id", contains(id(kept)));
        get(PATH + "?programme=D3&status=WITHDRAWN").body("items.id", contains(id(own)));
        get(own + "/versions").body("items.withdrawn", contains(true)).body("items.reason", contains("I found it."));
        statistics("D3").body("totals[0].received.best", equalTo(1)).body("totals[0].open", equalTo(1));
        for (var again : List.of("withdrawal", "corrections", "answer", "assignment")) {
            post(
                            own + "/" + again,
                            again.equals("answer")
                                    ? "{'answer':'So.'}"
                                    : again.equals("assignment") ? "{}" : "{'reason':'r'}")
                    .statusCode(409);
        }
        var answered = asked("D3", as("desk-4"), "");
        post(answered + "/answer", "{'answer':'So.'}").statusCode(201);
        as("desk-4")
                .body("{\"reason\":\"r\"}")
                .post(answered + "/withdrawal")
                .then()
                .statusCode(409)
                .body("allowed", contains("erasure"));
        post(answered + "/withdrawal", "{'reason':'asked twice'}").statusCode(200);
        coordinator().post(own + "/erasure").then().statusCode(200);
        get(own + "/versions").body("items.reason", contains(nullValue())).body("items.changedBy", contains(""));
    }

    @Test
    void takesOrganisationFromToken() {
        var municipality = as("desk-6", "GM0988");
        assertEquals("GM0988", organisation(asked("D4", municipality, ",'askedBy':'MUNICIPALITY'")));
        assertEquals("GM0988", organisation(asked("D4", municipality, ",'organisationId':'GM0988'")));
        assertEquals(null, organisation(asked("D4", municipality, "")));
        assertEquals(null, organisation(asked("D4", as("desk-7"), ",'askedBy':'MUNICIPALITY'")));
        for (var other : List.of(as("desk-6", "GM0988"), as("desk-7"))) {
            other.body(question("D4", ",'organisationId':'GM0344'"))
                    .post(PATH)
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/organisationId"));
        }
        assertEquals("GM0344", organisation(recorded("D4", "'theme':'OTHER','organisationId':'GM0344'")));
        get(PATH + "?programme=D4&organisationId=GM0988,GM0344").body("items", hasSize(3));
    }

    @Test
    void filtersByDaysAndFindsTextsInBody() {
        var old = recorded("D5", "'theme':'OTHER','receivedOn':'2010-03-01'");
        var next = recorded("D5", "'theme':'OTHER','receivedOn':'2011-03-01'");
        var own = asked("D5", as("desk-8"), "");
        post(next + "/answer", "{'answer':'Ask the Platform.','answeredOn':'2011-03-02'}")
                .statusCode(201);
        get(PATH + "?programme=D5&from=2010-03-01&until=2011-03-01").body("items.id", contains(id(old)));
        for (var from : List.of("2011-03-01", "2011-03-02")) {
            get(PATH + "?programme=D5&until=2011-03-01&from=" + from)
                    .statusCode(400)
                    .body("violations.name", contains("until"))
                    .body("violations.code", contains("OUT_OF_RANGE"));
        }
        get(PATH + "?programme=D5&from=2010-03-02&until=2011-03-02").body("items.id", contains(id(next)));
        get(PATH + "?programme=D5&overdue=true").body("items.id", contains(id(old)));
        get(PATH + "?programme=D5&overdue=false&sort=receivedOn").body("items.id", contains(id(next), id(own)));
        get(PATH + "?programme=D5&text=now").statusCode(400).body("violations.name", contains("text"));
        search("?programme=D5", "WHAT NOW")
                .body("items.id", contains(id(own), id(next), id(old)))
                .body("complete", equalTo(true));
        search("?programme=D5", "platform").body("items.id", contains(id(next)));
        search("?programme=D5&status=OPEN,OVERDUE&until=2012-01-01", "what").body("items.id", contains(id(old)));
        search("?programme=D5", "nowhere").body("items", empty());
        as("desk-8")
                .body("{\"text\":\"what\"}")
                .post(PATH + "/search")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.id", contains(id(own)));
        post(PATH + "/search", "{'text':' '}").statusCode(400).body("violations.pointer", contains("/text"));
        as("desk-8").post(own + "/erasure").then().statusCode(200);
        search("?programme=D5", "what").body("items.id", contains(id(next), id(old)));
        given().body("{}")
                .contentType(ContentType.JSON)
                .post(PATH + "/search")
                .then()
                .statusCode(401);
    }

    /** Each question has one status, the same in its row, in the filters and in the sums, after any steps; erasure changes none. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void countsEachQuestionOnceInAnySequence(long seed) {
        var random = new Random(seed);
        var programme = "DESK-" + seed;
        coordinatorsWork("cora");
        var questions = new ArrayList<String>();
        var statuses = new ArrayList<String>();
        var erased = new TreeSet<Integer>();
        for (var step = 0; step < 40; step++) {
            if (questions.size() < 3 || random.nextInt(4) == 0) {
                var days = random.nextInt(30);
                questions.add(recorded(programme, "'theme':'OTHER','receivedOn':'" + today().minusDays(days) + "'"));
                statuses.add(days > 14 ? "OVERDUE" : "OPEN");
            } else {
                var which = random.nextInt(questions.size());
                change(questions.get(which), which, statuses, erased, random);
            }
            assertCountedOnce(programme, statuses);
        }
        for (var question : questions) {
            coordinator().post(question + "/erasure").then().statusCode(200);
        }
        assertCountedOnce(programme, statuses);
    }

    private static void coordinatorsWork(String... subjects) {
        for (var subject : subjects) {
            RegistrationFixture.account(subject, Role.TRAINING_COORDINATOR)
                    .body("{\"programme\":\"DESK\",\"askedBy\":\"CITIZEN\",\"theme\":\"OTHER\",\"question\":\"What?\"}")
                    .post(PATH)
                    .then()
                    .statusCode(201);
        }
    }

    private static void change(String path, int which, List<String> statuses, Set<Integer> erased, Random random) {
        var unanswered = Set.of("OPEN", "OVERDUE").contains(statuses.get(which));
        var changeable = !erased.contains(which) && !statuses.get(which).equals("WITHDRAWN");
        switch (random.nextInt(5)) {
            case 0 -> {
                post(path + "/answer", "{'answer':'So.'}").statusCode(changeable && unanswered ? 201 : 409);
                statuses.set(which, changeable && unanswered ? "ANSWERED" : statuses.get(which));
            }
            case 1 -> {
                post(path + "/withdrawal", "{'reason':'r'}").statusCode(changeable ? 200 : 409);
                statuses.set(which, changeable ? "WITHDRAWN" : statuses.get(which));
            }
            case 2 -> {
                var theme = get(path).extract().path("theme").equals("OTHER") ? "SIGNALS" : "OTHER";
                post(path + "/corrections", "{'reason':'r','theme':'" + theme + "'}")
                        .statusCode(changeable ? 201 : 409);
            }
            case 3 ->
                post(path + "/assignment", "{'assignedTo':'cora'}").statusCode(changeable && unanswered ? 200 : 409);
            default -> {
                coordinator().post(path + "/erasure").then().statusCode(200);
                erased.add(which);
            }
        }
    }

    private static void assertCountedOnce(String programme, List<String> statuses) {
        for (var status : List.of("OPEN", "OVERDUE", "ANSWERED", "WITHDRAWN")) {
            get(PATH + "?pageSize=200&programme=" + programme + "&status=" + status)
                    .body("items", hasSize(count(statuses, status)))
                    .body("items.status", everyItem(equalTo(status)));
        }
        get(PATH + "?programme=" + programme + "&overdue=true")
                .body("total.value", equalTo(count(statuses, "OVERDUE")));
        var standing = statuses.size() - count(statuses, "WITHDRAWN");
        get(PATH + "?programme=" + programme).body("total.value", equalTo(standing));
        if (standing > 0) {
            statistics(programme)
                    .body("totals[0].received.best", equalTo(standing))
                    .body("totals[0].open", equalTo(count(statuses, "OPEN")))
                    .body("totals[0].overdue", equalTo(count(statuses, "OVERDUE")))
                    .body("totals[0].answered.best", equalTo(count(statuses, "ANSWERED")));
        }
    }

    private static int count(List<String> statuses, String wanted) {
        return (int) statuses.stream().filter(wanted::equals).count();
    }

    private static ValidatableResponse search(String filter, String text) {
        return post(PATH + "/search" + filter, "{'text':'" + text + "'}").statusCode(200);
    }

    private static ValidatableResponse statistics(String programme) {
        return analyst()
                .get("/v1/advice-question-statistics?programme=" + programme)
                .then()
                .statusCode(200);
    }

    private static String organisation(String path) {
        return get(path).extract().path("organisationId");
    }

    private static String recorded(String programme, String fields) {
        return post(PATH, question(programme, "," + fields))
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

    /** By a citizen and about another theme, unless the fields state it. */
    private static String question(String programme, String fields) {
        var askedBy = fields.contains("askedBy") ? "" : ",'askedBy':'CITIZEN'";
        var theme = fields.contains("theme") ? "" : ",'theme':'OTHER'";
        return "{'programme':'%s','question':'What now?'%s%s%s}"
                .formatted(programme, askedBy, theme, fields)
                .replace('\'', '"');
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(TestIssuer.token().subject(subject).sign()).contentType(ContentType.JSON);
    }

    private static RequestSpecification as(String subject, String organisation) {
        return given().auth()
                .oauth2(TestIssuer.token()
                        .subject(subject)
                        .roles(Role.GRANTEE)
                        .organisation(organisation)
                        .sign())
                .contentType(ContentType.JSON);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    // Another one after midnight in the Netherlands.
    private static LocalDate today() {
        return DutchCalendar.dayOf(Instant.now());
    }
}
