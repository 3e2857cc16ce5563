package nl.doorlichting.training;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static nl.doorlichting.training.TrainingApi.analyst;
import static nl.doorlichting.training.TrainingApi.as;
import static nl.doorlichting.training.TrainingApi.get;
import static nl.doorlichting.training.TrainingApi.held;
import static nl.doorlichting.training.TrainingApi.plan;
import static nl.doorlichting.training.TrainingApi.tally;
import static nl.doorlichting.training.TrainingApi.type;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TrainingLinksTest {
    private static final String PROJECT = "01938f5a-0000-7000-8000-000000000001";
    private static final String REACH = "/v1/training-statistics/reach";
    private static final String TRAININGS = "/v1/training-statistics";

    @BeforeAll
    static void contract() {
        TrainingApi.holdToContract();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&by=targetGroup",
                "&by=year,track",
                "&by=projectId,organisationId",
                "&by=actionLine,fundingInstrument,phenomenon&track=LOCAL,NOT_STATED",
                "&by=interventionType&from=2009-02-01&until=2012-01-01",
                "&by=track&targetGroup=STUDENTS&year=2009,2010,NOT_STATED"
            })
    void recordsOfReachAddUpToEachRow(String question) {
        records("L1");
        var rows = figures(REACH, "L1", question);
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            assertEquals(
                    number(row, "reach", "best"),
                    participants(row, "sessions") + participants(row, "tallies"),
                    row.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "&by=year", "&by=trainingType,track", "&by=targetGroup,projectId&year=2009", "&by=period"})
    void sessionsAndTalliesAddUpToEachRowOfTrainings(String question) {
        records("L2");
        var rows = figures(TRAININGS, "L2", question);
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            var planned = listed(row, "sessions").size()
                    + listed(row, "tallies").stream()
                            .mapToLong(tally -> Objects.requireNonNullElse(number(tally, "sessions", "planned"), 0L))
                            .sum();
            assertEquals(Objects.requireNonNullElse(number(row, "sessions", "planned"), 0L), planned, row.toString());
        }
    }

    @Test
    void leavesOutSessionsThatTallyHolds() {
        type("LINK_TYPE", "STUDENTS");
        tally(
                "L3",
                "2009-01-01",
                "2010-01-01",
                "'trainingType':'LINK_TYPE','participants':{'kind':'EXACT','value':40}");
        held(session("L3", "2009-05-01", ",'includedIn':'UNKNOWN'"), 3);
        held(session("L3", "2009-06-01", ",'includedIn':'NONE'"), 4);
        var row = figures(REACH, "L3", "&by=targetGroup").get(0);
        assertEquals(44, number(row, "reach", "best"));
        assertEquals(4, participants(row, "sessions"));
        assertEquals(40, participants(row, "tallies"));
    }

    @Test
    void hasNoLinksThatCallerMayNotFollow() {
        records("L4");
        for (var path : List.of(REACH, TRAININGS)) {
            analyst()
                    .get(path + "?programme=L4")
                    .then()
                    .body("rows[0].links.sessions", nullValue())
                    .body("rows[0].links.tallies", notNullValue());
            for (var beyond : List.of("&by=municipality", "&asOf=2012-01-01T00:00:00Z", "&province=PV31,NOT_STATED")) {
                both().get(path + "?programme=L4" + beyond)
                        .then()
                        .statusCode(200)
                        .body("rows.links.sessions.findAll { it != null }", empty());
            }
        }
    }

    @Test
    void hasLinksToNoListForResearcher() {
        records("L6");
        as(Role.RESEARCHER)
                .get(REACH + "?programme=L6")
                .then()
                .statusCode(200)
                .body("rows[0].links.sessions", nullValue())
                .body("rows[0].links.tallies", nullValue());
        as(Role.RESEARCHER).get(TRAININGS + "?programme=L6").then().statusCode(403);
        get(TRAININGS + "?programme=L6").body("rows[0].links.sessions", notNullValue());
        get(REACH + "?programme=L6").statusCode(403);
    }

    @Test
    void filtersSessionsByWhatFiguresAreFilteredBy() {
        records("L5");
        get("/v1/training-sessions?programme=L5&track=LOCAL,NOT_STATED").body("items", hasSize(4));
        get("/v1/training-sessions?programme=L5&track=NOT_STATED").body("items", hasSize(2));
        get("/v1/training-sessions?programme=L5&targetGroup=OTHER").body("items", hasSize(1));
        get("/v1/training-sessions?programme=L5&year=2010,NOT_STATED").body("items.date", contains("2010-05-01"));
        get("/v1/training-sessions?programme=L5&period=2009,2010-05-01/2010-05-02")
                .body("items.date", contains("2010-05-01"));
        get("/v1/training-tallies?programme=L5&year=NOT_STATED").body("items.period.code", contains("2007-2008"));
        get("/v1/training-tallies?programme=L5&until=2009-01-01&targetGroup=STUDENTS")
                .body("items.period.code", contains("2007-2008"));
        get("/v1/training-sessions?programme=L5&track=X&projectId=y&year=z&actionLine=PREVENTION")
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("track", "projectId", "year"));
        get("/v1/training-sessions?apartFrom=x").statusCode(400).body("violations.name", contains("apartFrom"));
    }

    @Test
    void reportsAllWrongFiltersOfListsTogether() {
        var wrong = "?from=yesterday&track=X&trainingType=NO_TYPE,NOT_STATED&period=2009&year=2010&province=PV31";
        get("/v1/training-tallies" + wrong)
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("from", "track", "trainingType", "period", "province"))
                .body("violations.find { it.name == 'trainingType' }.code", equalTo("UNKNOWN_VALUE"))
                .body("violations.find { it.name == 'trainingType' }.parameters.rejected", contains("NO_TYPE"))
                .body("violations.find { it.name == 'period' }.parameters.contradicts", contains("year"));
        get("/v1/training-sessions" + wrong + "&apartFrom=x&status=DONE")
                .statusCode(400)
                .body(
                        "violations.name",
                        containsInAnyOrder(
                                "from", "track", "trainingType", "period", "province", "apartFrom", "status"));
        get("/v1/training-sessions?trainingType=NO_TYPE")
                .statusCode(400)
                .body("violations.name", contains("trainingType"));
    }

    /** Sessions and tallies that state different things; a type without tallies holds the sessions. */
    private static void records(String programme) {
        type("LINK_TYPE", "STUDENTS");
        type("LINK_TALLIED", "STUDENTS");
        if (!get("/v1/training-tallies?programme=" + programme)
                .extract()
                .<List<Object>>path("items")
                .isEmpty()) {
            return;
        }
        tally(
                programme,
                "2007-01-01",
                "2009-01-01",
                "'trainingType':'LINK_TALLIED','track':'LOCAL','sessions':{'planned':9,'held':7},"
                        + "'participants':{'kind':'EXACT','value':100}");
        tally(
                programme,
                "2009-01-01",
                "2010-01-01",
                "'trainingType':'LINK_TALLIED','participants':{'kind':'EXACT','value':30}");
        held(session(programme, "2009-05-01", ",'track':'LOCAL','actionLine':'PREVENTION'"), 3);
        held(session(programme, "2009-06-01", ",'track':'LOCAL','projectId':'" + PROJECT + "'"), 4);
        held(session(programme, "2010-05-01", ",'organisationId':'SIPI','fundingInstrument':'SUBSIDY'"), 5);
        TrainingApi.post(
                        session(programme, "2009-07-01", ",'track':'NATIONAL'") + "/head-count",
                        "{'participants':{'kind':'EXACT','value':6},'targetGroup':'OTHER'}")
                .statusCode(201);
        session(programme, "2009-08-01", "");
    }

    private static String session(String programme, String date, String more) {
        return plan(programme, "LINK_TYPE", date, more)
                .statusCode(201)
                .extract()
                .header("Location");
    }

    /** All rows and totals of a caller that may read figures and what they are made of. */
    private static List<Map<String, Object>> figures(String path, String programme, String question) {
        var answer = both().get(path + "?programme=" + programme + question)
                .then()
                .statusCode(200)
                .body("totals", notNullValue())
                .extract();
        List<Map<String, Object>> rows = answer.path("rows");
        rows.addAll(answer.path("totals"));
        return rows;
    }

    private static long participants(Map<String, Object> row, String list) {
        return listed(row, list).stream()
                .mapToLong(record -> list.equals("tallies")
                        ? Objects.requireNonNullElse(number(record, "participants", "value"), 0L)
                        : number(map(map(record, "headCount"), "participants"), "value"))
                .sum();
    }

    private static List<Map<String, Object>> listed(Map<String, Object> row, String list) {
        var path = (String) map(row, "links").get(list);
        return path == null
                ? List.of()
                : both().get(path + "&pageSize=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items");
    }

    private static Long number(Map<String, Object> record, String field, String inside) {
        var value = map(record, field);
        return value == null ? null : number(value, inside);
    }

    private static Long number(Map<String, Object> record, String field) {
        var number = (Number) record.get(field);
        return number == null ? null : Long.valueOf(number.longValue());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> record, String field) {
        return (Map<String, Object>) record.get(field);
    }

    private static RequestSpecification both() {
        return given().auth()
                .oauth2(TestIssuer.token()
                        .roles(Role.ANALYST, Role.TRAINING_COORDINATOR)
                        .sign());
    }
}
