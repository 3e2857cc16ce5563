package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class InventoryReportTest {
    private static final Map<String, Object> REMARKS =
            Map.of("remarks", List.of(Map.of("section", "REACH", "remark", "which schools?")));

    @Test
    void returnsAllSections() {
        var round = Api.round("sections", "r");
        var project = UUID.randomUUID();
        var report = Report.of("sections", round)
                .about(project, "GM0988")
                .saying("track", "LOCAL")
                .saying("interventionTypes", List.of("AWARENESS"))
                .saying("place", Map.of("scope", "MUNICIPAL", "municipalities", List.of("GM0988")))
                .with("outcomes", Map.of("budgeted", money("1000.00"), "realised", money("900.50")))
                .with("lessons", Map.of("dos", List.of("begin early"), "riskFactors", List.of("isolation")))
                .with("embedding", "in the curriculum");
        Api.researcher()
                .get(Api.begin(report))
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("projects[0].projectId", equalTo(project.toString()))
                .body("projects[0].interventionTypes", contains("AWARENESS"))
                .body("projects[0].place.municipalities", contains("GM0988"))
                .body("before.support", nullValue())
                .body("setUp.targetGroup", equalTo("pupils"))
                .body("setUp.riskFactors", empty())
                .body("outcomes.realised.amount", equalTo("900.50"))
                .body("goalAttainment", equalTo("not measured"))
                .body("reach", equalTo("two schools"))
                .body("lessons.riskFactors", contains("isolation"))
                .body("lessons.donts", empty())
                .body("sources.documents", equalTo(3))
                .body("sources.questionnaires", nullValue())
                .body("approvedAt", nullValue());
    }

    @Test
    void rejectsProjectInSecondReportOfRound() {
        var round = Api.round("several", "r");
        var shared = UUID.randomUUID();
        var path = Api.begin(Report.of("several", round, UUID.randomUUID(), shared));
        Api.researcher()
                .body(Report.of("several", round, shared).body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(path));
        Api.begin(Report.of("several", Api.round("several", "next"), shared));
        Api.researcher()
                .body(Report.of("several", round, UUID.randomUUID())
                        .about(shared, null)
                        .about(shared, null)
                        .body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/projects/2/projectId"));
    }

    @Test
    void reportGoesFromDraftToPublication() {
        var path = Api.begin(Report.of("way", Api.round("way", "r"), UUID.randomUUID()));
        Api.researcher().post(path + "/submission-check").then().statusCode(200).body("missing", empty());
        Api.researcher().get(path).then().body("state", equalTo("DRAFT"));
        Api.researcher().get(path).then().body("allowedActions", contains("update", "submission", "withdrawal"));
        Api.take(path, "submission");
        Api.researcher().get(path).then().body("allowedActions", contains("withdrawal"));
        Api.reviewer().get(path).then().body("allowedActions", contains("return", "withdrawal"));
        Api.named("else", Role.REVIEWER)
                .get(path)
                .then()
                .body("allowedActions", contains("return", "approval", "withdrawal"));
        Api.reviewer()
                .body(REMARKS)
                .post(path + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("remarks[0].section", equalTo("REACH"))
                .body("remarks[0].remark", equalTo("which schools?"));
        Api.take(path, "submission", "approval");
        Api.analyst()
                .get(path)
                .then()
                .body("state", equalTo("APPROVED"))
                .body("approvedAt", notNullValue())
                .body("publishedAt", nullValue())
                .body("recordedBy", equalTo("another reviewer"))
                .body("approvedBy", equalTo("another reviewer"))
                .body("allowedActions", empty());
        Api.take(path, "publication");
        Api.researcher()
                .get(path)
                .then()
                .body("state", equalTo("PUBLISHED"))
                .body("publishedAt", notNullValue())
                .body("remarks", hasSize(1))
                .body("allowedActions", contains("corrections", "withdrawal"));
    }

    /** A report states the language of its texts, and its projects are public in it. */
    @Test
    void projectIsPublicInLanguageOfReport() {
        var round = Api.round("language", "r");
        var project = UUID.randomUUID();
        var report = Report.of("language", round, project).with("language", "en");
        var path = Api.begin(report);
        Api.take(path, "submission", "approval", "publication");
        Api.researcher().get(path).then().body("language", equalTo("en"));
        inCatalogue(project, "en");
        Api.correct(
                        path,
                        Api.correction(
                                "it is Dutch", report.with("language", "nl").body()))
                .body("language", equalTo("nl"));
        inCatalogue(project, "nl");

        var unstated = Report.of("language", round, UUID.randomUUID());
        Api.researcher().get(Api.begin(unstated)).then().body("language", equalTo("nl"));
        Api.researcher()
                .body(unstated.with("language", "fr").body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/language"));
    }

    private static void inCatalogue(UUID project, String language) {
        Api.anonymous().get("/v1/catalogue/" + project).then().statusCode(200).body("language", equalTo(language));
    }

    @Test
    void forbiddenStepListsAllowedSteps() {
        var path = Api.begin(Report.of("forbidden", Api.round("forbidden", "r"), UUID.randomUUID()));
        Api.reviewer()
                .post(path + "/publication")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("allowed", contains("update", "submission", "withdrawal"));
        Api.take(path, "submission");
        change(path, "\"1\"", "{\"title\":\"no\"}")
                .statusCode(409)
                .body("allowed", contains("return", "approval", "withdrawal"));
    }

    @Test
    void rejectsSubmissionWithAllMissingFields() {
        var draft = Report.of("incomplete", Api.round("incomplete", "r"))
                .without("introduction")
                .without("goalAttainment")
                .without("sources")
                .about(UUID.randomUUID(), null)
                .saying("selfEvaluation", null);
        var path = Api.begin(draft);
        Api.researcher().post(path + "/submission-check").then().statusCode(200).body("missing.code", hasSize(4));
        Api.researcher()
                .post(path + "/submission")
                .then()
                .statusCode(400)
                .body("violations.code", hasSize(4))
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/introduction", "/goalAttainment", "/sources", "/projects/0/selfEvaluation"));
        Api.researcher().get(path).then().body("state", equalTo("DRAFT")).body("version", equalTo(0));
    }

    @Test
    void rejectsApprovalByWriter() {
        var both = new String[] {Role.RESEARCHER, Role.REVIEWER};
        var report = Report.of("own", Api.round("own", "r"), UUID.randomUUID());
        var path = Api.named("both", both)
                .body(report.body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.take(path, "submission");
        Api.named("both", both).get(path).then().body("allowedActions", not(hasItem("approval")));
        Api.named("both", both)
                .post(path + "/approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
        Api.analyst().get(path).then().body("state", equalTo("SUBMITTED"));
    }

    /** Release 0.1.0 stores a subject with its trailing space. */
    @Test
    void recognisesWriterByVisiblePartOfSubject() throws SQLException {
        var report = Report.of("seen", Api.round("seen", "r"), UUID.randomUUID());
        var path = Api.named("writer", Role.RESEARCHER)
                .body(report.body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Api.take(path, "submission");
        RowPolicies.asOwner("update inventory_report_version set recorded_by = 'writer ' where recorded_by = 'writer'");
        Api.named("writer", Role.REVIEWER).post(path + "/approval").then().statusCode(403);
        Api.named("writer", Role.REVIEWER).get(path).then().body("allowedActions", not(hasItem("approval")));
    }

    @Test
    void changesDraftAndRejectsStaleEtag() {
        var round = Api.round("change", "r");
        var project = UUID.randomUUID();
        var path = Api.begin(Report.of("change", round, project).with("note", "a note"));
        change(path, null, "{}").statusCode(428);
        change(path, "\"7\"", "{\"title\":\"other\"}").statusCode(412);
        change(path, "\"0\"", "{\"title\":\"other\",\"note\":null,\"setUp\":{\"approach\":\"plays\"}}")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("other"))
                .body("note", nullValue())
                .body("setUp.approach", equalTo("plays"))
                .body("setUp.targetGroup", equalTo("pupils"))
                .body("projects[0].projectId", equalTo(project.toString()));
        change(path, "\"1\"", "{\"programme\":\"P\",\"roundId\":\"" + UUID.randomUUID() + "\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/programme", "/roundId"));
        change(path, "\"1\"", "{\"projects\":[]}").statusCode(200);
        change(path, "\"2\"", "{}").statusCode(200).header("ETag", "\"2\"").body("version", equalTo(2));
        // The project is free for another report now.
        Api.begin(Report.of("change", round, project));
    }

    @Test
    void lockedReportChangesOnlyByCorrection() {
        var round = Api.round("locked", "r");
        var report = Report.of("locked", round, UUID.randomUUID());
        var path = Api.begin(report);
        Api.researcher()
                .body(Api.correction("too early", report.body()))
                .post(path + "/corrections")
                .then()
                .statusCode(409);
        Api.take(path, "submission", "approval", "publication");
        change(path, "\"3\"", "{\"title\":\"no\"}")
                .statusCode(409)
                .body("allowed", contains("corrections", "withdrawal"));
        Api.researcher()
                .body(Api.correction(" ", report.body()))
                .post(path + "/corrections")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"));
        Api.correct(
                        path,
                        Api.correction(
                                "a typing error",
                                report.with("reach", "three schools").body()))
                .body("state", equalTo("PUBLISHED"))
                .body("reach", equalTo("three schools"))
                .body("reason", equalTo("a typing error"));
    }

    @Test
    void returnsReportAsOfAnyMoment() {
        var report = Report.of("history", Api.round("history", "r"), UUID.randomUUID());
        var path = Api.begin(report);
        var drafted = recordedAt(path);
        Api.take(path, "submission", "approval");
        var approved = recordedAt(path);
        Api.correct(
                path,
                Api.correction("better", report.with("reach", "three schools").body()));
        Api.analyst()
                .get(path + "?asOf=" + drafted)
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFT"))
                .body("approvedAt", nullValue())
                .body("version", equalTo(0))
                .body("allowedActions", empty());
        Api.analyst()
                .get(path + "?asOf=" + approved)
                .then()
                .body("state", equalTo("APPROVED"))
                .body("approvedAt", equalTo(approved))
                .body("reach", equalTo("two schools"));
        Api.analyst().get(path).then().body("reach", equalTo("three schools")).body("version", equalTo(3));
        Api.analyst().get(path + "?asOf=2011-01-01T00:00:00Z").then().statusCode(404);
        Api.analyst()
                .get(path + "?asOf=2011-01-01")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("WRONG_TYPE"));
    }

    @Test
    void granteeSeesOwnProjectsOnly() {
        var round = Api.round("isolated", "r");
        var own = UUID.randomUUID();
        var others = UUID.randomUUID();
        var shared = Api.begin(Report.of("isolated", round).about(own, "GM0988").about(others, "GM0518"));
        var foreign = Api.begin(Report.of("isolated", round).about(UUID.randomUUID(), "GM0518"));
        Api.grantee("GM0988").get(foreign).then().statusCode(404);
        Api.grantee("GM0988").get(foreign + "?asOf=" + Instant.now()).then().statusCode(404);
        Api.grantee("GM0988")
                .get(shared)
                .then()
                .statusCode(200)
                .body("projects.projectId", contains(own.toString()))
                .body("$", not(containsString(others.toString())));
        Api.grantee("GM0988")
                .get("/v1/inventory-reports?programme=isolated")
                .then()
                .body("items", hasSize(1))
                .body("total.value", equalTo(1));
        Api.grantee("GM0988")
                .get("/v1/inventory-reports?organisationId=GM0518&roundId=" + round)
                .then()
                .body("items.projects.projectId.flatten()", not(hasItem(others.toString())));
        Api.grantee("GM0000").get(shared).then().statusCode(404);
    }

    @ParameterizedTest(name = "{0} may not {1}")
    @CsvSource({
        "REVIEWER, submission",
        "ANALYST, submission",
        "GRANTEE, submission",
        "RESEARCHER, return",
        "RESEARCHER, approval",
        "ANALYST, approval",
        "RESEARCHER, publication",
        "GRANTEE, publication",
        "REVIEWER, corrections",
        "GRANTEE, withdrawal",
        "RESEARCHER, correction-approval",
        "RESEARCHER, correction-rejection",
        "GRANTEE, corrections",
    })
    void allowsStepToItsRoleOnly(String role, String step) {
        Api.as(TestIssuer.token(role))
                .body("{}")
                .post("/v1/inventory-reports/" + UUID.randomUUID() + "/" + step)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GRANT_OFFICER", "STATISTICS_CLIENT", "TRAINER", "PROGRAMME_MANAGER"})
    void rejectsRolesWithoutRight(String role) {
        Api.as(TestIssuer.token(role)).get("/v1/inventory-reports").then().statusCode(403);
    }

    @Test
    void rejectsCallerWithoutToken() {
        Api.anonymous().get("/v1/inventory-reports").then().statusCode(401);
        Api.anonymous().get("/v1/inventory-reports/" + UUID.randomUUID()).then().statusCode(401);
    }

    @Test
    void unknownRoundCanBeStatedLater() {
        var project = UUID.randomUUID();
        var path = Api.begin(Report.of("later", null, project).without("roundId"));
        Api.researcher()
                .body(Report.of("later", null, project).without("roundId").body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path));
        var round = Api.round("later", "r");
        var other = Api.round("later", "other");
        var second = Api.begin(Report.of("later", other, project));
        change(path, "\"0\"", "{\"roundId\":\"" + other + "\"}").statusCode(409).body("existing", equalTo(second));
        change(path, "\"0\"", "{\"roundId\":\"" + round + "\"}").statusCode(200).body("roundId", equalTo(round));
        change(path, "\"1\"", "{\"roundId\":null}").statusCode(400).body("violations.pointer", contains("/roundId"));
        Api.researcher()
                .body(Report.of("later", round, project).body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(409)
                .body("existing", equalTo(path));
    }

    @Test
    void rejectsReportThatDoesNotFitStoredRecords() {
        var round = Api.round("fits", "r");
        refused(Report.of("other programme", round), 409, "reference-unknown");
        refused(Report.of("fits", UUID.randomUUID().toString()), 409, "reference-unknown");
        var ended = Report.of("fits", round, UUID.randomUUID())
                .saying("place", Map.of("scope", "MUNICIPAL", "municipalities", List.of("GM0052")));
        Api.researcher()
                .body(ended.body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/projects/0/place/municipalities/0"))
                .body("violations[0].parameters.successors", contains("GM1895"));
        Api.begin(Report.of("fits", round).with("reference", "once"));
        refused(Report.of("fits", round).with("reference", "once"), 409, "already-exists");
    }

    private static void refused(Report report, int status, String problem) {
        Api.researcher()
                .body(report.body())
                .post("/v1/inventory-reports")
                .then()
                .statusCode(status)
                .body("type", equalTo("/v1/problems/" + problem));
    }

    private static io.restassured.response.ValidatableResponse change(String path, String etag, String patch) {
        var request = Api.researcher().contentType(MergePatch.MEDIA_TYPE).body(patch);
        return (etag == null ? request : request.header("If-Match", etag))
                .patch(path)
                .then();
    }

    private static String recordedAt(String path) {
        return Api.analyst().get(path).then().extract().path("recordedAt");
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
