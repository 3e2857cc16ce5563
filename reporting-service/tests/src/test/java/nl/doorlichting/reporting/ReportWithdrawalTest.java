package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.SumsJobs;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A withdrawn report takes its records with it, and what changes an approved one waits for a reviewer. */
@ReportingServiceTest
class ReportWithdrawalTest {
    private static final String WHY = "{\"reason\":\"of another programme\"}";

    @Inject
    SumsJobs sums;

    @Test
    void withdrawnReportTakesItsRecordsOutOfEverySum() {
        var programme = "RW-all";
        var project = UUID.randomUUID();
        var round = Api.round(programme, "r");
        var report = Api.begin(Report.of(programme, round, project));
        var figure = Api.record(figure(programme, report, project).reach(40));
        var verdict = Api.create("/v1/effect-judgements", of(report, programme, project, """
            "verdict":"EFFECTIVE","concerns":"INTERVENTION_GOAL","assessedBy":"a","evidenceLevel":3"""));
        var indicator = Api.create("/v1/indicators", of(report, programme, project, """
            "name":"n","unit":"u","direction":"UP","baseline":{"kind":"TAKEN","value":1,"measuredOn":"2010-01-01"}"""));
        Api.record(Observation.of(programme).period("2010-01-01", "2011-01-01").reach(2));
        Api.take(report, "submission", "approval");
        sums.fold();
        var before = Api.analyst().get(report).then().extract().<String>path("recordedAt");
        total(programme, "", 42);
        withdraw(Api.named("another reviewer", Role.REVIEWER), report)
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("reason", equalTo("of another programme"))
                .body("withdrawal.withdrawnBy", equalTo("another reviewer"))
                .body("withdrawal.withdrawnAt", notNullValue())
                .body("allowedActions", empty());
        total(programme, "", 2);
        sums.fold();
        total(programme, "", 2);
        total(programme, "&by=organisationId", 2);
        total(programme, "&asOf=" + before, 42);
        Api.analyst()
                .get("/v1/effect-statistics?programme=" + programme)
                .then()
                .body("totals[0].projects.count", equalTo(0))
                .body("totals[0].verdicts", empty());
        Api.analyst()
                .get("/v1/effect-statistics?programme=" + programme + "&asOf=" + before)
                .then()
                .body("totals[0].projects.reports", equalTo(1))
                .body("totals[0].verdicts.verdict", contains("EFFECTIVE"));
        for (var record : List.of(figure, verdict, indicator)) {
            Api.researcher()
                    .get(record)
                    .then()
                    .body("withdrawal.reason", equalTo("of another programme"))
                    .body("withdrawal.withdrawnBy", equalTo("another reviewer"))
                    .body("allowedActions", empty());
        }
        Api.analyst().get("/v1/inventory-reports?programme=" + programme).then().body("items", empty());
        Api.analyst()
                .get("/v1/inventory-reports?withdrawn=true&programme=" + programme)
                .then()
                .body("items", hasSize(1));
        Api.analyst()
                .get("/v1/project-records/" + project)
                .then()
                .body("reports.items", empty())
                .body("reach.items", empty());
        Api.analyst()
                .get(report + "?asOf=" + before)
                .then()
                .body("withdrawal", nullValue())
                .body("state", equalTo("APPROVED"));
        withdraw(Api.reviewer(), report).statusCode(409).body("type", equalTo("/v1/problems/invalid-state"));
        Api.reviewer().post(report + "/publication").then().statusCode(409);
        // What it was about can be recorded anew, and nothing more is of it.
        Api.researcher()
                .body(figure(programme, report, project).json())
                .post("/v1/reach-observations")
                .then()
                .statusCode(409);
        Api.researcher()
                .body(of(
                        report,
                        programme,
                        project,
                        "\"verdict\":\"EFFECTIVE\",\"concerns\":\"INTERVENTION_GOAL\"," + "\"assessedBy\":\"a\""))
                .post("/v1/effect-judgements")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains("/reportId"));
        var next = Api.begin(Report.of(programme, round, project));
        Api.record(figure(programme, next, project).reach(41));
        Api.take(next, "submission", "approval");
        total(programme, "", 43);
        withdraw(Api.named("another reviewer", Role.REVIEWER), next).statusCode(200);
        Api.researcher()
                .body(WHY)
                .post("/v1/inventory-rounds/" + round + "/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void researcherWithdrawsDraftAtOnceAndProposesWithdrawalOfApprovedReport() {
        var project = UUID.randomUUID();
        var draft = Api.begin(Report.of("RW-who", null, project).without("roundId"));
        withdraw(Api.reviewer().body("{}"), draft, "{}")
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        withdraw(Api.researcher(), draft).statusCode(200).body("withdrawal.reason", equalTo("of another programme"));
        var report = Api.begin(Report.of("RW-who", null, project).without("roundId"));
        Api.record(figure("RW-who", report, project).reach(4));
        Api.take(report, "submission", "approval", "publication");
        withdraw(Api.named("proposer", Role.RESEARCHER), report)
                .statusCode(200)
                .body("withdrawal", nullValue())
                .body("correctionPending", equalTo(true))
                .body("allowedActions", empty());
        total("RW-who", "", 4);
        Api.researcher()
                .get(report + "/pending-correction")
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("of another programme"))
                .body("withdrawal.withdrawnBy", equalTo("proposer"));
        withdraw(Api.reviewer(), report).statusCode(409);
        Api.named("another reviewer", Role.REVIEWER)
                .post(report + "/correction-approval")
                .then()
                .statusCode(200)
                .body("withdrawal.withdrawnBy", equalTo("proposer"))
                .body("approvedBy", equalTo("another reviewer"))
                .body("correctionPending", equalTo(false));
        Api.analyst()
                .get("/v1/reach-observations?withdrawn=true&programme=RW-who")
                .then()
                .body("items.withdrawal.withdrawnBy", contains("proposer"));
        Api.anonymous().get("/v1/catalogue/" + project).then().statusCode(410);
        // A writer of the report does not withdraw it alone, although a reviewer too.
        var own = Api.begin(Report.of("RW-who", null, project).without("roundId"));
        Api.take(own, "submission", "approval");
        withdraw(Api.reviewer(), own).statusCode(200).body("correctionPending", equalTo(true));
    }

    @Test
    void researcherDoesNotWithdrawReportWithPublicVerdict() {
        var project = UUID.randomUUID();
        var report = Api.begin(Report.of("RW-public", null, project).without("roundId"));
        var verdict = Api.create(
                "/v1/effect-judgements",
                "{\"programme\":\"RW-public\",\"projectId\":\"" + project
                        + "\",\"source\":\"s\",\"verdict\":\"EFFECTIVE\","
                        + "\"concerns\":\"INTERVENTION_GOAL\",\"assessedBy\":\"a\"}");
        Api.reviewer().post(verdict + "/publication").then().statusCode(200);
        // What is public of it is a version from before it was of the report.
        correct(verdict, "{\"reason\":\"it is in the report\",\"reportId\":\"" + id(report) + "\"}")
                .statusCode(201);
        withdraw(Api.researcher(), report).statusCode(403);
        Api.analyst().get(report).then().body("withdrawal", nullValue());
        withdraw(Api.reviewer(), report).statusCode(200);
        Api.analyst().get(verdict).then().body("withdrawal.reason", equalTo("of another programme"));
    }

    @Test
    void correctionOfApprovedReportWaitsForReviewer() {
        var round = Api.round("RW-waits", "r");
        var report = Api.begin(Report.of("RW-waits", round, UUID.randomUUID()));
        // What is allowed instead is what the state of the report allows.
        Api.reviewer()
                .post(report + "/correction-approval")
                .then()
                .statusCode(409)
                .body("allowed", contains("update", "submission", "withdrawal"));
        Api.take(report, "submission", "approval");
        Api.reviewer().get(report + "/pending-correction").then().statusCode(404);
        Api.reviewer().post(report + "/correction-approval").then().statusCode(409);
        var proposer = Api.named("proposer", Role.RESEARCHER, Role.REVIEWER);
        proposer.body("{\"reason\":\"\",\"title\":null}")
                .post(report + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason", "/title"));
        Api.named("proposer", Role.RESEARCHER, Role.REVIEWER)
                .body("{\"reason\":\"a typing error\",\"title\":\"Another title\"}")
                .post(report + "/corrections")
                .then()
                .statusCode(201)
                .body("title", equalTo("A report"))
                .body("version", equalTo(2))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", contains("publication", "correction-rejection"));
        for (var reader : List.of(Api.researcher(), Api.reviewer())) {
            reader.get(report + "/pending-correction")
                    .then()
                    .statusCode(200)
                    .body("title", equalTo("Another title"))
                    .body("version", equalTo(3))
                    .body("reason", equalTo("a typing error"))
                    .body("recordedBy", equalTo("proposer"));
        }
        var id = report.substring(report.lastIndexOf('/') + 1);
        Api.reviewer()
                .get("/v1/inventory-reports?correctionPending=true")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.correctionPending", everyItem(equalTo(true)));
        Api.analyst()
                .get("/v1/inventory-reports?correctionPending=true")
                .then()
                .statusCode(200)
                .body("items", empty());
        Api.analyst().get(report).then().body("correctionPending", equalTo(false));
        Api.analyst().get(report + "/pending-correction").then().statusCode(403);
        correct(report, "{\"reason\":\"r\",\"title\":\"t\"}").statusCode(409);
        Api.named("proposer", Role.REVIEWER)
                .post(report + "/correction-approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
        Api.reviewer()
                .body("{\"reason\":\"the title was right\"}")
                .post(report + "/correction-rejection")
                .then()
                .statusCode(200)
                .body("title", equalTo("A report"))
                .body("correctionPending", equalTo(false));
        correct(report, "{\"reason\":\"really\",\"title\":\"Another title\"}").statusCode(201);
        Api.named("another reviewer", Role.REVIEWER)
                .post(report + "/correction-approval")
                .then()
                .statusCode(200)
                .body("title", equalTo("Another title"))
                .body("version", equalTo(3))
                .body("reason", equalTo("really"))
                .body("recordedBy", not(equalTo("another reviewer")))
                .body("approvedBy", equalTo("another reviewer"))
                .body("projects", hasSize(1));
    }

    @Test
    void correctionThatAddsProjectToRoundDoesSoWithApproval() {
        var visited = UUID.randomUUID();
        var other = UUID.randomUUID();
        var path = Api.create("/v1/inventory-rounds", """
            {"programme":"RW-visit","code":"c","name":"n","period":{"from":"2010-01-01","until":"2011-01-01"},\
            "projects":["%s"],"source":"s"}""".formatted(visited));
        var report = Api.begin(Report.of("RW-visit", id(path), visited));
        Api.take(report, "submission", "approval");
        var projects = Report.of("RW-visit", id(path), visited, other).body().get("projects");
        var body = Map.of("reason", "one was forgotten", "projects", projects);
        Api.researcher()
                .body(body)
                .post(report + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/projects/1/projectId"));
        Api.researcher()
                .body(body)
                .post(report + "/corrections?addToRound=true")
                .then()
                .statusCode(201);
        Api.analyst().get(path).then().body("projects", hasSize(1));
        Api.named("another reviewer", Role.REVIEWER)
                .post(report + "/correction-approval")
                .then()
                .statusCode(200)
                .body("projects", hasSize(2));
        Api.analyst().get(path).then().body("projects", hasSize(2));
    }

    @Test
    void granteeSeesWithdrawnReportOfItsProject() {
        var report = Api.begin(Report.of("RW-own", null).without("roundId").about(UUID.randomUUID(), "GM0988"));
        withdraw(Api.researcher(), report).statusCode(200);
        Api.grantee("GM0988").get(report).then().statusCode(200).body("withdrawal", notNullValue());
        Api.grantee("GM0518").get(report).then().statusCode(404);
    }

    /** Of the withdrawal of a round and of a record that begins to use it at once, exactly one is done. */
    @RepeatedTest(8)
    void roundIsWithdrawnOrUsed() throws Exception {
        var programme = "RW-race-" + UUID.randomUUID().toString().substring(0, 8);
        var round = Api.round(programme, "r");
        var report = Report.of(programme, round, UUID.randomUUID()).body();
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> use = () -> {
                barrier.await();
                return Api.researcher()
                        .body(report)
                        .post("/v1/inventory-reports")
                        .statusCode();
            };
            Callable<Integer> end = () -> {
                barrier.await();
                return Api.researcher()
                        .body(WHY)
                        .post("/v1/inventory-rounds/" + round + "/withdrawal")
                        .statusCode();
            };
            var used = pool.submit(use);
            var ended = pool.submit(end);
            var answers = List.of(used.get(), ended.get());
            assertTrue(answers.equals(List.of(201, 409)) || answers.equals(List.of(409, 200)), answers::toString);
        } finally {
            pool.shutdown();
        }
    }

    private static void total(String programme, String more, int best) {
        Api.statistics("programme=" + programme + more).body("totals.reach.best", contains(best));
    }

    private static Observation figure(String programme, String report, UUID project) {
        return Observation.of(programme)
                .period("2010-01-01", "2011-01-01")
                .with("reportId", "\"" + id(report) + "\"")
                .with("projectId", "\"" + project + "\"");
    }

    private static String of(String report, String programme, UUID project, String fields) {
        return "{\"programme\":\"%s\",\"reportId\":\"%s\",\"projectId\":\"%s\",\"source\":\"s\",%s}"
                .formatted(programme, id(report), project, fields);
    }

    private static ValidatableResponse correct(String path, String body) {
        return Api.researcher().body(body).post(path + "/corrections").then();
    }

    private static ValidatableResponse withdraw(RequestSpecification by, String path) {
        return withdraw(by, path, WHY);
    }

    private static ValidatableResponse withdraw(RequestSpecification by, String path, String body) {
        return by.body(body).post(path + "/withdrawal").then();
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
