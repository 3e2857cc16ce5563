package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingServiceTest
class ReachOfReportTest {
    private static final String YEAR_2010 = "{\"from\":\"2010-01-01\",\"until\":\"2011-01-01\"}";

    @Test
    void figureCountsFromApprovalOfItsReport() {
        var project = UUID.randomUUID();
        var report = Api.begin(Report.of("counts", Api.round("counts", "r"), project));
        Api.record(of("counts", report, project).reach(40));
        Api.record(in2010("counts").reach(2));
        total("counts", 2);
        Api.take(report, "submission");
        total("counts", 2);
        var submitted = recordedAt(report);
        Api.take(report, "approval");
        total("counts", 42);
        var approved = recordedAt(report);
        Api.take(report, "publication");
        total("counts", 42);
        total("counts&asOf=" + submitted, 2);
        total("counts&asOf=" + approved, 42);
    }

    @Test
    void rejectsFigureOutsideRoundOrProjectsOfReport() {
        var project = UUID.randomUUID();
        var round = Api.round("belongs", "r");
        var report = Api.begin(Report.of("belongs", round, project));
        Api.researcher()
                .get(Api.record(of("belongs", report, project)))
                .then()
                .body("roundId", equalTo(round))
                .body("reportId", equalTo(id(report)));
        refused(of("belongs", report, UUID.randomUUID()));
        refused(of("belongs", report, project).with("roundId", quoted(Api.round("belongs", "other"))));
        refused(of("elsewhere", report, project));
        refused(of("belongs", "/" + UUID.randomUUID(), project));
    }

    @Test
    void rejectsFigureOfSubmittedReport() {
        var project = UUID.randomUUID();
        var report = Api.begin(Report.of("closed", Api.round("closed", "r"), project));
        var figure = Api.record(of("closed", report, project).reach(40));
        Api.take(report, "submission");
        Api.researcher().get(figure).then().body("allowedActions", empty());
        record(of("closed", report, project).with("targetGroup", "\"OTHER\""))
                .statusCode(409)
                .body("allowed", contains("return", "approval", "withdrawal"));
        correct(figure, 50).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        Api.take(report, "approval", "publication");
        record(of("closed", report, project).with("targetGroup", "\"OTHER\"")).statusCode(409);
        var published = recordedAt(report);
        correct(figure, 50).statusCode(201).body("reach.value", equalTo(40)).body("correctionPending", equalTo(true));
        total("closed", 40);
        Api.named("another reviewer", Role.REVIEWER)
                .post(figure + "/correction-approval")
                .then()
                .statusCode(200)
                .body("reach.value", equalTo(50));
        total("closed", 50);
        total("closed&asOf=" + published, 40);
    }

    @Test
    void correctionOfApprovedFigureWaitsForReviewer() {
        var project = UUID.randomUUID();
        var report = Api.begin(Report.of("waits", Api.round("waits", "r"), project));
        var figure = Api.record(of("waits", report, project).reach(40));
        var other = Api.record(of("waits", report, project).reach(2).with("targetGroup", "\"OTHER\""));
        Api.take(report, "submission", "approval");
        var reason = "{\"reason\":\"counted again\"}";
        Api.reviewer().get(figure + "/pending-correction").then().statusCode(404);
        Api.reviewer().post(figure + "/correction-approval").then().statusCode(409);
        Api.named("proposer", Role.RESEARCHER, Role.REVIEWER)
                .body("{\"reason\":\"counted again\",\"reach\":{\"value\":50}}")
                .post(figure + "/corrections")
                .then()
                .statusCode(201)
                .body("version", equalTo(1))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", contains("correction-rejection"));
        total("waits", 42);
        Api.researcher()
                .get(figure + "/pending-correction")
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("reach.value", equalTo(50))
                .body("reason", equalTo("counted again"))
                .body("projectId", equalTo(project.toString()));
        Api.reviewer()
                .get("/v1/reach-observations?programme=waits&correctionPending=true")
                .then()
                .body("items.id", contains(id(figure)))
                .body("items[0].allowedActions", contains("correction-approval", "correction-rejection"));
        Api.analyst().get(figure).then().body("correctionPending", equalTo(false));
        Api.analyst().get(figure + "/pending-correction").then().statusCode(403);
        correct(figure, 60).statusCode(409);
        Api.researcher().body(reason).post(figure + "/withdrawal").then().statusCode(409);
        Api.named("proposer", Role.REVIEWER)
                .post(figure + "/correction-approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
        Api.reviewer()
                .body("{\"reason\":\"the lists of one school are missing\"}")
                .post(figure + "/correction-rejection")
                .then()
                .statusCode(200)
                .body("reach.value", equalTo(40))
                .body("correctionPending", equalTo(false));
        total("waits", 42);
        Api.researcher()
                .body(reason)
                .post(other + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawal", nullValue())
                .body("correctionPending", equalTo(true));
        total("waits", 42);
        Api.named("another reviewer", Role.REVIEWER)
                .post(other + "/correction-approval")
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("counted again"))
                .body("allowedActions", empty());
        Api.reviewer()
                .post(other + "/correction-approval")
                .then()
                .statusCode(409)
                .body("allowed", empty());
        Api.researcher()
                .body("{\"reason\":\"r\",\"projectId\":\"" + UUID.randomUUID() + "\"}")
                .post(figure + "/corrections")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/projectId"));
        total("waits", 40);
    }

    @Test
    void concurrentFigureWaitsForStepOfReport() throws Exception {
        var report = Api.begin(Report.of("race", Api.round("race", "r"), UUID.randomUUID()));
        var figure = in2010("race").with("reportId", quoted(id(report)));
        var pool = Executors.newFixedThreadPool(6);
        var posts = Stream.generate(
                        () -> pool.submit(() -> record(figure).extract().statusCode()))
                .limit(60)
                .toList();
        posts.get(5).get();
        Api.take(report, "submission");
        var submitted = recordedAt(report);
        var stored = 0;
        for (var post : posts) {
            stored += post.get() == 201 ? 1 : 0;
            assertTrue(post.get() == 201 || post.get() == 409);
        }
        pool.shutdown();
        var list = "/v1/reach-observations?programme=race";
        Api.analyst().get(list).then().body("total.value", equalTo(stored));
        Api.analyst().get(list + "&asOf=" + submitted).then().body("total.value", equalTo(stored));
    }

    @Test
    void rejectsFigureOutsidePeriodOfRound() {
        var round = quoted(Api.round("bounds", "r"));
        for (var days : new String[][] {{"2009-12-31", "2011-01-01"}, {"2010-01-01", "2011-01-02"}}) {
            record(Observation.of("bounds").with("roundId", round).period(days[0], days[1]))
                    .statusCode(400)
                    .body("violations[0].pointer", equalTo("/period"))
                    .body("violations[0].code", equalTo("OUT_OF_RANGE"))
                    .body("violations[0].parameters.minimum", equalTo("2010-01-01"))
                    .body("violations[0].parameters.maximum", equalTo("2011-01-01"));
        }
        record(in2010("bounds").with("roundId", round)).statusCode(201);
        record(in2010("bounds").with("roundId", round).period("2010-05-01", "2010-06-01"))
                .statusCode(201);
    }

    @ParameterizedTest(name = "{0} = {1} is another figure")
    @CsvSource(
            delimiter = '|',
            value = {
                "targetGroup | \"OTHER\"",
                "period | {\"from\":\"2010-02-01\",\"until\":\"2011-01-01\"}",
                "place | {\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]}",
                "place | {\"scope\":\"ABROAD\",\"country\":\"BE\"}",
                "intensity | \"EVENT\"",
            })
    void acceptsSecondFigureOnlyWithAnotherKey(String field, String json) {
        var project = quoted(UUID.randomUUID().toString());
        var first = Api.record(
                in2010("same").with("projectId", project).in("GM0988", "GM0518").with("intensity", "\"COURSE\""));
        // The order in which municipalities are named, and what the figure is, do not make it another one.
        record(in2010("same")
                        .with("projectId", project)
                        .in("GM0518", "GM0988")
                        .with("intensity", "\"COURSE\"")
                        .reach(3))
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(first));
        record(in2010("same")
                        .with("projectId", project)
                        .in("GM0518", "GM0988")
                        .with("intensity", "\"COURSE\"")
                        .with(field, json))
                .statusCode(201);
    }

    @Test
    void storesOneOfConcurrentFigures() throws Exception {
        var figure =
                in2010("at once").with("projectId", quoted(UUID.randomUUID().toString()));
        oneIsKeptAndNamed(() -> record(figure).extract());
    }

    @Test
    void storesOneOfConcurrentReports() throws Exception {
        var report = Report.of("at once", Api.round("at once", "r"), UUID.randomUUID());
        oneIsKeptAndNamed(() -> Api.researcher()
                .body(report.body())
                .post("/v1/inventory-reports")
                .then()
                .extract());
    }

    @Test
    void rejectsSecondFigureWithSameKey() {
        var project = quoted(UUID.randomUUID().toString());
        Api.record(in2010("bare").with("projectId", project));
        record(in2010("bare").with("projectId", project)).statusCode(409);
        Api.record(in2010("bare"));
        Api.record(in2010("bare"));
    }

    @Test
    void correctionMovesKeyOfFigure() {
        var project = quoted(UUID.randomUUID().toString());
        var events = Api.record(in2010("moves").with("projectId", project).with("intensity", "\"EVENT\""));
        var course = Api.record(in2010("moves").with("projectId", project).with("intensity", "\"COURSE\""));
        var correction = in2010("moves")
                .without("programme")
                .with("reason", "\"misread\"")
                .with("projectId", project);
        Api.researcher()
                .body(correction.with("intensity", "\"EVENT\"").json())
                .post(course + "/corrections")
                .then()
                .statusCode(409)
                .body("existing", equalTo(events));
        Api.researcher()
                .body(correction.with("intensity", "\"MEDIA\"").json())
                .post(course + "/corrections")
                .then()
                .statusCode(201);
        Api.record(in2010("moves").with("projectId", project).with("intensity", "\"COURSE\""));
    }

    @Test
    void correctionWithoutProjectFreesKey() {
        var project = quoted(UUID.randomUUID().toString());
        var figure = Api.record(in2010("free").with("projectId", project));
        Api.researcher()
                .body(in2010("free")
                        .without("programme")
                        .with("reason", "\"of no organisation\"")
                        .with("projectId", "null")
                        .json())
                .post(figure + "/corrections")
                .then()
                .statusCode(201);
        Api.record(in2010("free").with("projectId", project));
    }

    @Test
    void figureOfReportStaysWithProjectOfReport() {
        var project = UUID.randomUUID();
        var report = Api.begin(Report.of("stays", Api.round("stays", "r"), project));
        var figure = Api.record(of("stays", report, project));
        Api.researcher()
                .body("{\"reason\":\"elsewhere\",\"projectId\":null}")
                .post(figure + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/projectId"))
                .body("violations.code", contains("NOT_ALLOWED"));
        // As of a new figure, but a correction cannot change the report.
        Api.researcher()
                .body("{\"reason\":\"elsewhere\",\"projectId\":"
                        + quoted(UUID.randomUUID().toString()) + "}")
                .post(figure + "/corrections")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains("/projectId"));
        Api.researcher()
                .body("{\"reason\":\"counted again\",\"reach\":{\"value\":7}}")
                .post(figure + "/corrections")
                .then()
                .statusCode(201)
                .body("projectId", equalTo(project.toString()));
    }

    @Test
    void returnsIntensityAndMethod() {
        var other = Api.record(in2010("how"));
        var overlapping = in2010("how")
                .with("intensity", "\"EXHIBITION\"")
                .with("method", "\"ESTIMATED\"")
                .with("overlaps", "[" + quoted(id(other)) + "]");
        Api.analyst()
                .get(Api.record(overlapping))
                .then()
                .body("intensity", equalTo("EXHIBITION"))
                .body("method", equalTo("ESTIMATED"))
                .body("overlaps", containsInAnyOrder(id(other)));
        refused(in2010("how").with("overlaps", "[" + quoted(UUID.randomUUID().toString()) + "]"));
        Api.analyst().get(other).then().body("overlaps", empty());
    }

    private static Observation of(String programme, String report, UUID project) {
        return in2010(programme).with("reportId", quoted(id(report))).with("projectId", quoted(project.toString()));
    }

    private static Observation in2010(String programme) {
        return Observation.of(programme).with("period", YEAR_2010);
    }

    private static ValidatableResponse record(Observation observation) {
        return Api.researcher()
                .body(observation.ofAnotherSource().json())
                .post("/v1/reach-observations")
                .then();
    }

    private static void oneIsKeptAndNamed(Callable<ExtractableResponse<Response>> post) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var answers = new ArrayList<ExtractableResponse<Response>>();
        for (var one : pool.invokeAll(Collections.nCopies(24, post))) {
            answers.add(one.get());
        }
        pool.shutdown();
        var kept = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertEquals(1, kept.size());
        var path = kept.get(0).header("Location");
        answers.removeAll(kept);
        for (var refused : answers) {
            assertEquals(409, refused.statusCode());
            assertEquals(path, refused.path("existing"));
        }
    }

    private static void refused(Observation observation) {
        record(observation).statusCode(409).body("type", equalTo("/v1/problems/reference-unknown"));
    }

    private static ValidatableResponse correct(String path, int value) {
        var current = Api.analyst().get(path).then().extract().jsonPath();
        var body = Map.of(
                "reason",
                "counted again",
                "projectId",
                current.getString("projectId"),
                "period",
                Map.of("from", "2010-01-01", "until", "2011-01-01"),
                "targetGroup",
                "YOUTH_AND_PUPILS",
                "reach",
                Map.of("kind", "EXACT", "value", value),
                "source",
                "a test");
        return Api.researcher().body(body).post(path + "/corrections").then();
    }

    private static void total(String question, int best) {
        Api.statistics("programme=" + question).body("totals.reach.best", contains(best));
    }

    private static String recordedAt(String path) {
        return Api.analyst().get(path).then().extract().path("recordedAt");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
