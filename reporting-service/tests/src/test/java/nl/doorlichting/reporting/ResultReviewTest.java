package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verdicts, indicators and measured values of approved and published reports wait for a reviewer, and count as they are. */
@ReportingServiceTest
class ResultReviewTest {
    private static final String INDICATOR = "'name':'n','unit':'u','direction':'UP',"
            + "'baseline':{'kind':'TAKEN','value':1,'measuredOn':'2010-01-01'}";
    private static final String VERDICT =
            "'verdict':'EFFECTIVE','concerns':'INTERVENTION_GOAL','assessedBy':'a','evidenceLevel':3";

    private final String programme = "RR-" + UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private String report;

    @BeforeEach
    void reportIsDraft() {
        report = Api.begin(Report.of(programme, null, project).without("roundId"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"approval", "publication"})
    void verdictRecordedAfterApprovalCountsOnceReviewerApproves(String last) {
        approved(last);
        var verdict = create("effect-judgements", VERDICT);
        var recorded = Instant.now();
        statistics("").body("totals[0].verdicts", empty());
        Api.analyst()
                .get(verdict)
                .then()
                .body("awaitsReview", equalTo(true))
                .body("counted", equalTo(false))
                .body("approvedBy", nullValue())
                .body("allowedActions", empty());
        proposer()
                .get(verdict)
                .then()
                .body("allowedActions", contains("corrections", "correction-rejection", "withdrawal"));
        reviewer()
                .get(verdict + "/pending-correction")
                .then()
                .statusCode(200)
                .body("awaitsReview", equalTo(true))
                .body("allowedActions", hasItem("correction-approval"));
        reviewer()
                .post(verdict + "/publication")
                .then()
                .statusCode(409)
                .body("allowed", hasItem("correction-approval"));
        waiting("effect-judgements", 1);
        // What no reviewer has seen is mended at once.
        propose(verdict, "{'reason':'read again','evidenceLevel':4}")
                .statusCode(201)
                .body("evidenceLevel", equalTo(4))
                .body("awaitsReview", equalTo(true))
                .body("correctionPending", equalTo(false));
        decideAsWriter(verdict);
        approve(verdict)
                .body("awaitsReview", equalTo(false))
                .body("counted", equalTo(true))
                .body("approvedBy", equalTo("another reviewer"))
                .body("recordedBy", equalTo("proposer"))
                .body("reason", nullValue())
                .body("version", equalTo(3));
        statistics("").body("totals[0].verdicts", hasSize(1));
        statistics("&asOf=" + recorded).body("totals[0].verdicts", empty());
        waiting("effect-judgements", 0);
        Api.reviewer().post(verdict + "/correction-approval").then().statusCode(409);
        Api.researcher().get(verdict + "/pending-correction").then().statusCode(404);
        Api.analyst()
                .get(verdict + "/versions")
                .then()
                .body("items.awaitsReview", contains(true, true, false))
                .body("items.approvedBy", contains(null, null, "another reviewer"));
    }

    @Test
    void rejectedVerdictIsWithdrawnWithTheRemark() {
        approved("approval");
        var verdict = create("effect-judgements", VERDICT);
        reject(verdict, "of another project")
                .body("withdrawal.reason", equalTo("of another project"))
                .body("awaitsReview", equalTo(false))
                .body("allowedActions", empty());
        statistics("").body("totals[0].verdicts", empty());
        Api.reviewer().post(verdict + "/correction-approval").then().statusCode(409);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"approval", "publication"})
    void changesOfVerdictWaitAndItCountsAsItIs(String last) {
        var verdict = create("effect-judgements", VERDICT + ",'note':'kept'");
        approved(last);
        var before = Instant.now();
        propose(verdict, "{'reason':'a typing error','verdict':'INEFFECTIVE'}")
                .statusCode(201)
                .body("verdict", equalTo("EFFECTIVE"))
                .body("version", equalTo(1))
                .body("approvedBy", equalTo("another reviewer"))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", contains("correction-rejection"));
        statistics("").body("totals[0].verdicts.verdict", contains("EFFECTIVE"));
        waiting("effect-judgements", 1);
        Api.researcher()
                .get(verdict + "/pending-correction")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("INEFFECTIVE"))
                .body("note", equalTo("kept"))
                .body("reason", equalTo("a typing error"))
                .body("recordedBy", equalTo("proposer"));
        Api.analyst().get(verdict).then().body("correctionPending", equalTo(false));
        Api.analyst().get(verdict + "/pending-correction").then().statusCode(403);
        propose(verdict, "{'reason':'r','verdict':'ADVERSE'}").statusCode(409);
        decideAsWriter(verdict);
        approve(verdict)
                .body("verdict", equalTo("INEFFECTIVE"))
                .body("recordedBy", equalTo("proposer"))
                .body("approvedBy", equalTo("another reviewer"))
                .body("correctionPending", equalTo(false));
        statistics("").body("totals[0].verdicts.verdict", contains("INEFFECTIVE"));
        statistics("&asOf=" + before).body("totals[0].verdicts.verdict", contains("EFFECTIVE"));
        withdraw(verdict).statusCode(200).body("withdrawal", nullValue()).body("correctionPending", equalTo(true));
        reject(verdict, "it stands").body("withdrawal", nullValue());
        statistics("").body("totals[0].verdicts", hasSize(1));
        withdraw(verdict).statusCode(200);
        approve(verdict)
                .body("withdrawal.reason", equalTo("recorded twice"))
                .body("withdrawal.withdrawnBy", equalTo("proposer"))
                .body("approvedBy", equalTo("another reviewer"));
        statistics("").body("totals[0].verdicts", empty());
    }

    @Test
    void recordThatWouldMoveToApprovedReportStaysUntilReviewerApproves() {
        approved("approval");
        var verdict = Api.create("/v1/effect-judgements", body(VERDICT));
        var indicator = Api.create("/v1/indicators", body(INDICATOR));
        var move = "{'reason':'it is in the report','reportId':'" + id(report) + "'}";
        for (var path : new String[] {verdict, indicator}) {
            propose(path, move).statusCode(201).body("reportId", nullValue()).body("correctionPending", equalTo(true));
            approve(path).body("reportId", equalTo(id(report)));
        }
        statistics("").body("totals[0].verdicts", hasSize(1));
        var other = Api.create("/v1/indicators", body(INDICATOR));
        patch(other, "{'reportId':'" + id(report) + "'}").statusCode(409);
        patch(other, "{'note':'n'}").statusCode(200);
    }

    @Test
    void indicatorRecordedAfterApprovalCountsWithItsValuesOnceReviewerApproves() {
        approved("publication");
        var indicator = create("indicators", INDICATOR);
        measure(indicator, "2011-01-01", 5, "").statusCode(201).body("actuals.awaitsReview", contains(false));
        Api.named("measurer", Role.RESEARCHER, Role.REVIEWER)
                .body(value("2012-01-01", 9, ""))
                .post(indicator + "/actuals")
                .then()
                .statusCode(201);
        var recorded = Instant.now();
        changes("", 0);
        waiting("indicators", 1);
        patch(indicator, "{'unit':'v'}").statusCode(409).body("allowed", hasItem("corrections"));
        propose(indicator, "{'reason':'seen again','unit':'v'}").statusCode(201).body("unit", equalTo("v"));
        decideAsWriter(indicator);
        Api.named("measurer", Role.REVIEWER)
                .post(indicator + "/correction-approval")
                .then()
                .statusCode(403);
        reviewer()
                .get(indicator + "/pending-correction")
                .then()
                .statusCode(200)
                .body("unit", equalTo("v"))
                .body("allowedActions", hasItem("correction-approval"));
        approve(indicator).body("awaitsReview", equalTo(false)).body("approvedBy", equalTo("another reviewer"));
        changes("", 1);
        changes("&asOf=" + recorded, 0);
        waiting("indicators", 0);
        Api.analyst()
                .get("/v1/indicators?programme=" + programme + "&asOf=" + recorded)
                .then()
                .body("items.awaitsReview", contains(true))
                .body("items.approvedBy", contains(nullValue()));
        var rejected = create("indicators", INDICATOR);
        reject(rejected, "of another project").body("withdrawal.reason", equalTo("of another project"));
        changes("", 1);
    }

    @Test
    void changesOfIndicatorWaitAndItCountsAsItIs() {
        var indicator = create("indicators", INDICATOR + ",'note':'kept'");
        measure(indicator, "2011-01-01", 5, "").statusCode(201);
        approved("approval");
        var before = Instant.now();
        propose(indicator, "{'reason':'the other way round','direction':'DOWN'}")
                .statusCode(201)
                .body("direction", equalTo("UP"))
                .body("correctionPending", equalTo(true))
                .body("correction", nullValue());
        Api.researcher()
                .get(indicator + "/pending-correction")
                .then()
                .statusCode(200)
                .body("direction", equalTo("DOWN"))
                .body("note", equalTo("kept"))
                .body("correction.correctedBy", equalTo("proposer"))
                .body("change.course", equalTo("WORSENED"));
        Api.analyst().get(indicator).then().body("correctionPending", equalTo(false));
        statistics("").body("totals[0].change.improved", equalTo(1));
        decideAsWriter(indicator);
        approve(indicator)
                .body("direction", equalTo("DOWN"))
                .body("correction.correctedBy", equalTo("proposer"))
                .body("correction.reason", equalTo("the other way round"))
                .body("approvedBy", equalTo("another reviewer"));
        statistics("").body("totals[0].change.worsened", equalTo(1));
        statistics("&asOf=" + before).body("totals[0].change.improved", equalTo(1));
        withdraw(indicator).statusCode(200).body("withdrawal", nullValue());
        changes("", 1);
        propose(indicator, "{'reason':'r','unit':'v'}").statusCode(409);
        approve(indicator).body("withdrawal.withdrawnBy", equalTo("proposer"));
        changes("", 0);
        changes("&asOf=" + before, 1);
    }

    @Test
    void etagOfIndicatorCoversWhatWaits() {
        var indicator = create("indicators", INDICATOR);
        measure(indicator, "2011-01-01", 5, "").statusCode(201);
        approved("approval");
        var pending = indicator + "/pending-correction";
        propose(indicator, "{'reason':'r','unit':'first'}").statusCode(201);
        var first = etag(pending);
        reject(indicator, "no");
        propose(indicator, "{'reason':'r','unit':'second'}").statusCode(201);
        changed(pending, first).body("unit", equalTo("second"));
        reject(indicator, "no");
        var before = etag(indicator);
        propose(indicator + "/actuals/2011-01-01", "{'reason':'r','value':6}").statusCode(201);
        changed(indicator, before).body("actuals.correctionPending", contains(true));
    }

    private static String etag(String path) {
        return Api.reviewer().get(path).then().statusCode(200).extract().header("ETag");
    }

    private static ValidatableResponse changed(String path, String since) {
        return Api.reviewer()
                .header("If-None-Match", since)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(since)));
    }

    @Test
    void measuredValuesWaitEachByItself() {
        var indicator = create("indicators", INDICATOR);
        measure(indicator, "2011-01-01", 5, "").statusCode(201);
        approved("approval");
        var first = indicator + "/actuals/2011-01-01";
        var second = indicator + "/actuals/2012-01-01";
        measure(indicator, "2012-01-01", 9, "")
                .statusCode(201)
                .body("actuals.value", contains(5, 9))
                .body("actuals.awaitsReview", contains(false, true))
                .body("actuals.approvedBy", contains("another reviewer", null))
                .body("change.difference", equalTo(4));
        propose(first, "{'reason':'a typing error','value':6}")
                .statusCode(201)
                .body("actuals.value", contains(5, 9))
                .body("actuals.correctionPending", contains(true, false));
        statistics("").body("totals[0].change.n", equalTo(1));
        waiting("indicators", 1);
        propose(first, "{'reason':'r','value':7}").statusCode(409);
        withdraw(first).statusCode(409);
        Api.researcher()
                .get(first + "/pending-correction")
                .then()
                .statusCode(200)
                .body("value", equalTo(6))
                .body("recordedBy", equalTo("proposer"))
                .body("correctionPending", equalTo(true));
        Api.researcher()
                .get(second + "/pending-correction")
                .then()
                .statusCode(200)
                .body("awaitsReview", equalTo(true));
        decideAsWriter(first);
        decideAsWriter(second);
        var waited = Instant.now();
        approve(first).body("actuals.value", contains(6, 9)).body("change.difference", equalTo(5));
        approve(second)
                .body("actuals.approvedBy", contains("another reviewer", "another reviewer"))
                .body("change.difference", equalTo(8));
        Api.analyst()
                .get("/v1/indicators?programme=" + programme + "&asOf=" + waited)
                .then()
                .body("items[0].change.difference", equalTo(4));
        Api.reviewer().post(second + "/correction-approval").then().statusCode(409);
        // Another value of a day is a correction of it.
        measure(indicator, "2012-01-01", 3, ",'reason':'found after all'")
                .statusCode(201)
                .body("actuals.value", contains(6, 9))
                .body("actuals.correctionPending", contains(false, true));
        reject(second, "it was right").body("actuals.value", contains(6, 9));
        withdraw(second).statusCode(200).body("actuals.value", contains(6, 9));
        approve(second).body("actuals.value", contains(6)).body("change.difference", equalTo(5));
        measure(indicator, "2012-01-01", 4, ",'reason':'measured again'")
                .statusCode(201)
                .body("actuals.awaitsReview", contains(false, true));
        reject(second, "of another school")
                .body("actuals.value", contains(6))
                .body("withdrawnActuals.withdrawal.reason", hasItem("of another school"));
        measure(indicator, "2012-01-01", 5, "").statusCode(201);
        reject(second, "again");
        Api.reviewer().post(second + "/correction-approval").then().statusCode(404);
    }

    @Test
    void nothingChangesWhileReportIsUnderReview() {
        var verdict = create("effect-judgements", VERDICT);
        var indicator = create("indicators", INDICATOR);
        measure(indicator, "2011-01-01", 5, "").statusCode(201);
        Api.take(report, "submission");
        propose(verdict, "{'reason':'r','verdict':'ADVERSE'}").statusCode(409).body("allowed", hasItem("approval"));
        withdraw(verdict).statusCode(409);
        propose(indicator, "{'reason':'r','unit':'v'}").statusCode(409);
        withdraw(indicator).statusCode(409);
        measure(indicator, "2012-01-01", 6, "").statusCode(409);
        propose(indicator + "/actuals/2011-01-01", "{'reason':'r','value':6}").statusCode(409);
        withdraw(indicator + "/actuals/2011-01-01").statusCode(409);
        patch(Api.create("/v1/indicators", body(INDICATOR)), "{'reportId':'" + id(report) + "'}")
                .statusCode(409);
        proposer()
                .body(body("'reportId':'" + id(report) + "'," + VERDICT))
                .post("/v1/effect-judgements")
                .then()
                .statusCode(409);
        Api.researcher().get(verdict).then().body("allowedActions", empty());
        Api.researcher().get(indicator).then().body("allowedActions", empty());
    }

    @Test
    void withdrawnReportEndsWhatWaits() {
        var verdict = create("effect-judgements", VERDICT);
        var indicator = create("indicators", INDICATOR);
        measure(indicator, "2011-01-01", 5, "").statusCode(201);
        approved("approval");
        propose(verdict, "{'reason':'r','verdict':'ADVERSE'}").statusCode(201);
        propose(indicator, "{'reason':'r','unit':'v'}").statusCode(201);
        propose(indicator + "/actuals/2011-01-01", "{'reason':'r','value':6}").statusCode(201);
        create("effect-judgements", VERDICT);
        create("indicators", INDICATOR);
        reviewer()
                .body("{\"reason\":\"of another programme\"}")
                .post(report + "/withdrawal")
                .then()
                .statusCode(200);
        waiting("effect-judgements", 0);
        waiting("indicators", 0);
        Api.researcher()
                .get("/v1/effect-judgements?withdrawn=true&programme=" + programme)
                .then()
                .body("items", hasSize(2))
                .body("items.correctionPending", not(hasItem(true)));
        Api.reviewer().post(indicator + "/correction-approval").then().statusCode(409);
    }

    /** Not the reviewer of the report, who did not approve what came after it, nor what was withdrawn before. */
    @Test
    void namesNoApproverOfWhatNoReviewerApproved() {
        var figure = create(
                "reach-observations",
                "'targetGroup':'YOUTH_AND_PUPILS','reach':{'kind':'EXACT','value':40},"
                        + "'period':{'from':'2011-01-01','until':'2011-02-01'}");
        var early = create("effect-judgements", VERDICT);
        var earlyIndicator = create("indicators", INDICATOR);
        var standing = create("effect-judgements", VERDICT);
        for (var path : new String[] {figure, early, earlyIndicator}) {
            withdraw(path).statusCode(200);
        }
        approved("approval");
        for (var path : new String[] {figure, early, earlyIndicator}) {
            Api.analyst().get(path).then().statusCode(200).body("approvedBy", nullValue());
        }
        Api.analyst().get(early + "/versions").then().body("items.approvedBy", contains(null, null));
        for (var kind : new String[] {"effect-judgements", "indicators"}) {
            var content = kind.equals("indicators") ? INDICATOR : VERDICT;
            var withdrawn = create(kind, content);
            withdraw(withdrawn)
                    .body("withdrawal.reason", equalTo("recorded twice"))
                    .body("approvedBy", nullValue());
            var rejected = create(kind, content);
            reject(rejected, "of another project").body("approvedBy", nullValue());
            Api.analyst()
                    .get("/v1/" + kind + "?withdrawn=true&programme=" + programme)
                    .then()
                    .body("items", hasSize(3))
                    .body("items.approvedBy", contains(null, null, null));
        }
        var approved = create("effect-judgements", VERDICT);
        approve(approved);
        var waiting = create("effect-judgements", VERDICT);
        reviewer()
                .body("{\"reason\":\"of another programme\"}")
                .post(report + "/withdrawal")
                .then()
                .statusCode(200);
        // What a reviewer approved stays so when it is withdrawn with its report.
        Api.analyst().get(standing).then().body("approvedBy", equalTo("another reviewer"));
        Api.analyst().get(approved).then().body("approvedBy", equalTo("another reviewer"));
        Api.analyst().get(waiting).then().body("approvedBy", nullValue());
    }

    /** A value that was measured while its indicator waited was approved with the indicator, by another reviewer than the report. */
    @Test
    void valueOfIndicatorThatWaitedIsApprovedWithIt() {
        approved("approval");
        var indicator = create("indicators", INDICATOR);
        measure(indicator, "2011-01-01", 5, "").statusCode(201).body("actuals.approvedBy", contains(nullValue()));
        Api.named("a third reviewer", Role.REVIEWER)
                .post(indicator + "/correction-approval")
                .then()
                .statusCode(200)
                .body("approvedBy", equalTo("a third reviewer"))
                .body("actuals.approvedBy", contains("a third reviewer"));
    }

    /** A reviewer publishes nothing that no reviewer approved. */
    @Test
    void verdictBecomesPublicOnceItsReportIsApproved() {
        var verdict = create("effect-judgements", VERDICT);
        reviewer().get(verdict).then().body("allowedActions", not(hasItem("publication")));
        reviewer()
                .post(verdict + "/publication")
                .then()
                .statusCode(409)
                .body("allowed", contains("corrections", "withdrawal"));
        Api.take(report, "submission");
        reviewer().post(verdict + "/publication").then().statusCode(409);
        Api.take(report, "approval");
        reviewer().get(verdict).then().body("published", equalTo(false)).body("allowedActions", hasItem("publication"));
        reviewer().post(verdict + "/publication").then().statusCode(200).body("published", equalTo(true));
    }

    private void approved(String last) {
        Api.take(report, "submission", "approval");
        if (last.equals("publication")) {
            Api.take(report, "publication");
        }
    }

    private static RequestSpecification proposer() {
        return Api.named("proposer", Role.RESEARCHER, Role.REVIEWER);
    }

    private static RequestSpecification reviewer() {
        return Api.named("another reviewer", Role.REVIEWER);
    }

    private String create(String kind, String fields) {
        return proposer()
                .body(body("'reportId':'" + id(report) + "'," + fields))
                .post("/v1/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private String body(String fields) {
        return json("{'programme':'" + programme + "','projectId':'" + project + "','source':'a test'," + fields + "}");
    }

    private static ValidatableResponse propose(String path, String body) {
        return proposer().body(json(body)).post(path + "/corrections").then();
    }

    private static ValidatableResponse withdraw(String path) {
        return proposer()
                .body("{\"reason\":\"recorded twice\"}")
                .post(path + "/withdrawal")
                .then();
    }

    private static ValidatableResponse patch(String path, String body) {
        return Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "*")
                .body(json(body))
                .patch(path)
                .then();
    }

    private static ValidatableResponse measure(String path, String day, int value, String more) {
        return proposer().body(value(day, value, more)).post(path + "/actuals").then();
    }

    private static String value(String day, int value, String more) {
        return json("{'measuredOn':'" + day + "','value':" + value + ",'source':'s'" + more + "}");
    }

    /** The one that wrote what waits does not approve it. */
    private static void decideAsWriter(String path) {
        Api.named("proposer", Role.REVIEWER)
                .post(path + "/correction-approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
    }

    private static ValidatableResponse approve(String path) {
        return reviewer().post(path + "/correction-approval").then().statusCode(200);
    }

    private static ValidatableResponse reject(String path, String remark) {
        return reviewer()
                .body(json("{'reason':'" + remark + "'}"))
                .post(path + "/correction-rejection")
                .then()
                .statusCode(200);
    }

    private void waiting(String kind, int number) {
        var list = "/v1/" + kind + "?correctionPending=true&programme=" + programme;
        Api.researcher().get(list).then().statusCode(200).body("items", hasSize(number));
        Api.reviewer().get(list).then().statusCode(200).body("items", hasSize(number));
        Api.analyst().get(list).then().statusCode(200).body("items", empty());
    }

    private void changes(String more, int number) {
        statistics(more).body("totals[0].change.n", equalTo(number));
    }

    private ValidatableResponse statistics(String more) {
        return Api.analyst()
                .get("/v1/effect-statistics?programme=" + programme + more)
                .then()
                .statusCode(200);
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
