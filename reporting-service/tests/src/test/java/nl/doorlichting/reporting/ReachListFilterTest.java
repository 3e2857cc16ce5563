package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of reach figures by what the figures state. */
@ReportingServiceTest
class ReachListFilterTest {
    private static final String PROGRAMME = "list filters";
    private static final UUID PROJECT = UUID.randomUUID();
    private static boolean recorded;

    /** Figure 1 states all that is filtered by, 2 other values, 3 several places and years, 4 nothing. */
    private static void recordOnce() {
        if (recorded) {
            return;
        }
        recorded = true;
        record(figure(1)
                .period("2010-01-01", "2011-01-01")
                .with("targetGroup", "\"OTHER\"")
                .with("track", "\"LOCAL\"")
                .with("actionLine", "\"PREVENTION\"")
                .with("fundingInstrument", "\"SUBSIDY\"")
                .with("interventionTypes", "[\"AWARENESS\",\"NETWORK_BUILDING\"]")
                .with("phenomena", "[\"POLARISATION\"]")
                .with("organisationId", "\"GM0988\"")
                .in("GM0988"));
        record(figure(2)
                .period("2010-02-01", "2010-03-01")
                .with("track", "\"NATIONAL\"")
                .with("actionLine", "\"PROACTION\"")
                .with("fundingInstrument", "\"PRIZE\"")
                .with("interventionTypes", "[\"KNOWLEDGE_BUILDING\"]")
                .with("phenomena", "[\"ISLAMIST_EXTREMISM\"]")
                .with("organisationId", "\"GM0518\"")
                .in("GM0518"));
        record(figure(3).period("2007-01-01", "2010-01-01").in("GM0988", "GM0935"));
        record(figure(4).period("2009-12-31", "2011-01-01"));
    }

    @ParameterizedTest(name = "?{0} lists {1}")
    @CsvSource(
            delimiter = ' ',
            value = {
                "targetGroup=OTHER 1",
                "targetGroup=OTHER,YOUTH_AND_PUPILS 1,2,3,4",
                "targetGroup=NOT_STATED -",
                "track=LOCAL 1",
                "track=LOCAL,NATIONAL 1,2",
                "track=NOT_STATED 3,4",
                "track=NATIONAL,NOT_STATED 2,3,4",
                "actionLine=PROACTION 2",
                "fundingInstrument=PRIZE,SUBSIDY 1,2",
                "fundingInstrument=NOT_STATED 3,4",
                "interventionType=NETWORK_BUILDING 1",
                "interventionType=NETWORK_BUILDING,KNOWLEDGE_BUILDING 1,2",
                "interventionType=NOT_STATED 3,4",
                "interventionType=AWARENESS,NOT_STATED 1,3,4",
                "phenomenon=ISLAMIST_EXTREMISM 2",
                "phenomenon=NOT_STATED 3,4",
                "period=2010 1",
                "period=2010,2007-2009,2010-02-01/2010-03-01 1,2,3",
                "period=NOT_STATED -",
                "year=2010 1,2",
                "year=NOT_STATED 3,4",
                "year=2010,NOT_STATED 1,2,3,4",
                "from=2010-01-01 1,2",
                "from=2009-12-31&until=2011-01-01 1,2,4",
                "municipality=GM0988 1",
                "municipality=GM0988,GM0935 1,3",
                "municipality=NOT_STATED 3,4",
                "municipality=GM0518,NOT_STATED 2,3,4",
                "province=PV31 1,3",
                "province=PV31,PV28 1,2,3",
                "province=NOT_STATED 4",
                "province=PV28,NOT_STATED 2,4",
                "organisationId=GM0988,GM0518 1,2",
                "organisationId=NOT_STATED 3,4",
                "roundId=NOT_STATED 1,2,3,4",
                "track=LOCAL,NATIONAL&year=2010&interventionType=AWARENESS 1",
                "recordedBy=nobody -",
                "recordedSince=2100-01-01T00:00:00Z -",
                "recordedSince=2011-01-01T00:00:00Z 1,2,3,4",
            })
    void listsFiguresThatPass(String query, String expected) {
        recordOnce();
        var numbers = "-".equals(expected)
                ? new Integer[0]
                : Arrays.stream(expected.split(",")).map(Integer::valueOf).toArray(Integer[]::new);
        for (var path : new String[] {"reach-observations", "reach-tallies"}) {
            list(path, query)
                    .statusCode(200)
                    .body("items.reach.value", containsInAnyOrder(numbers))
                    .body("total.value", equalTo(numbers.length));
        }
    }

    @Test
    void listsObservationsByProjectReportIntensityAndRecorder() {
        var programme = "list records";
        var report = Api.begin(Report.of(programme, null, PROJECT));
        var id = report.substring(report.lastIndexOf('/') + 1);
        Api.record(Observation.of(programme)
                .reach(1)
                .with("projectId", "\"" + PROJECT + "\"")
                .with("reportId", "\"" + id + "\"")
                .with("intensity", "\"COURSE\""));
        Api.record(Observation.of(programme).reach(2).with("intensity", "\"EVENT\""));
        Api.record(Observation.of(programme).reach(3));
        var list = "/v1/reach-observations?programme=" + programme;
        for (var field : new String[] {"projectId=" + PROJECT, "reportId=" + id}) {
            var name = field.split("=")[0];
            Api.analyst().get(list + "&" + field).then().body("items.reach.value", contains(1));
            Api.analyst().get(list + "&" + name + "=NOT_STATED").then().body("items.reach.value", contains(2, 3));
            Api.analyst().get(list + "&" + field + ",NOT_STATED").then().body("items", hasSize(3));
        }
        Api.analyst().get(list + "&intensity=EVENT,COURSE").then().body("items.reach.value", contains(1, 2));
        Api.analyst().get(list + "&intensity=NOT_STATED").then().body("items.reach.value", contains(3));
    }

    @Test
    void listsVersionsRecordedSinceMoment() {
        var programme = "list since";
        var first = Api.record(Observation.of(programme).reach(1));
        Api.record(Observation.of(programme).reach(2));
        var list = "/v1/reach-observations?programme=" + programme;
        var recordedBefore = Api.analyst().get(list).then().extract().<String>path("items[1].recordedAt");
        Api.researcher()
                .body(Observation.of(programme)
                        .without("programme")
                        .with("reason", "\"why\"")
                        .reach(3)
                        .json())
                .post(first + "/corrections")
                .then()
                .statusCode(201);
        Api.analyst()
                .get(list + "&recordedSince=" + recordedBefore)
                .then()
                .body("items.reach.value", containsInAnyOrder(2, 3));
        var corrected = Api.analyst().get(first).then().extract().<String>path("recordedAt");
        Api.analyst().get(list + "&recordedSince=" + corrected).then().body("items.reach.value", contains(3));
    }

    @Test
    void listsFiguresOfRecorder() {
        var programme = "list by";
        Api.named("one-researcher", "RESEARCHER")
                .body(Observation.of(programme).reach(1).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(201);
        Api.named("another-researcher", "RESEARCHER")
                .body(Observation.of(programme).reach(2).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(201);
        Api.analyst()
                .get("/v1/reach-observations?programme=" + programme + "&recordedBy=another-researcher")
                .then()
                .body("items.reach.value", contains(2));
    }

    @Test
    void reportsAllUnknownValuesTogether() {
        list(
                        "reach-observations",
                        "track=LOCAL,LOKAAL&interventionType=FLYERS&municipality=GM9999&province=PV99&period=20&year=x"
                                + "&roundId=1&intensity=,&from=2011-01-01&until=2011-01-01")
                .statusCode(400)
                .body(
                        "violations.name",
                        hasItems(
                                "track",
                                "interventionType",
                                "municipality",
                                "province",
                                "period",
                                "year",
                                "roundId",
                                "intensity",
                                "until"))
                .body("violations.find { it.name == 'track' }.code", equalTo("UNKNOWN_VALUE"))
                .body("violations.find { it.name == 'track' }.parameters.allowed", hasItem("NOT_STATED"))
                .body("violations.find { it.name == 'province' }.parameters.allowed", hasItem("PV31"))
                .body("violations.find { it.name == 'municipality' }.code", equalTo("MUNICIPALITY_NOT_VALID"))
                .body("violations.find { it.name == 'year' }.code", equalTo("NOT_AN_INTEGER"))
                .body("violations.find { it.name == 'roundId' }.code", equalTo("WRONG_TYPE"));
        list("reach-tallies", "projectId=NOT_STATED")
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_PARAMETER"));
    }

    @Test
    void reportsWrongFormsContradictionsAndUnknownRoundsTogether() {
        var round = UUID.randomUUID().toString();
        var wrong = "from=yesterday&track=LOKAAL&roundId=NOT_STATED," + round
                + "&municipality=GM0988&province=PV28&period=2009&year=2010&row=colour:RED,municipality:GM9999"
                + "&asOf=2999-01-01T00:00:00Z&grade=7";
        var names = new String[] {"from", "track", "roundId", "municipality", "period", "row", "row", "asOf", "grade"};
        list("reach-tallies", wrong)
                .statusCode(400)
                .body("violations.name", containsInAnyOrder(names))
                .body("violations.find { it.name == 'roundId' }.code", equalTo("UNKNOWN_VALUE"))
                .body("violations.find { it.name == 'roundId' }.parameters.value", equalTo(round))
                .body("violations.find { it.name == 'municipality' }.code", equalTo("NOT_ALLOWED"))
                .body("violations.find { it.name == 'municipality' }.parameters.contradicts", contains("province"))
                .body("violations.find { it.name == 'period' }.parameters.contradicts", contains("year"));
        list("reach-observations", wrong + "&reportId=x&apartFrom=y&counted=yes")
                .statusCode(400)
                .body("violations.name", hasItems(names))
                .body("violations.name", hasItems("reportId", "apartFrom", "counted"))
                .body("violations", hasSize(names.length + 3));
        list("reach-observations", "roundId=" + round)
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"));
    }

    @Test
    void granteeFiltersOwnFiguresOnly() {
        recordOnce();
        Api.grantee("GM0988")
                .get("/v1/reach-observations?programme=" + PROGRAMME + "&track=LOCAL,NATIONAL")
                .then()
                .body("items.reach.value", contains(1));
        Api.grantee("GM0988")
                .get("/v1/reach-observations?programme=" + PROGRAMME + "&province=NOT_STATED,PV28")
                .then()
                .body("items", empty());
    }

    private static Observation figure(int value) {
        return Observation.of(PROGRAMME).reach(value);
    }

    private static void record(Observation figure) {
        Api.record(figure.with("includedIn", "\"NONE\""));
        Api.researcher()
                .body(figure.without("includedIn").json())
                .post("/v1/reach-tallies")
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse list(String path, String query) {
        return Api.analyst()
                .get("/v1/" + path + "?programme=" + PROGRAMME + "&" + query)
                .then();
    }
}
