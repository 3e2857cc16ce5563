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

/** Counts of the use of public products, and statements on the embedding of public projects, wait for a reviewer. */
@ReportingServiceTest
class PublicRecordReviewTest {
    private static final String USE =
            "'period':{'from':'%d-01-01','until':'%d-01-01'},'use':{'kind':'EXACT','value':%d},'source':'s'";

    private final String programme = "PR-" + UUID.randomUUID();
    private final UUID project = UUID.randomUUID();
    private String product;

    @BeforeEach
    void areThere() {
        product = create("products", "'programme':'" + programme + "','kind':'GUIDE','name':'n','source':'s'");
    }

    @Test
    void countOfUseOfPublicProductCountsOnceReviewerApproves() {
        use(2010, 40).body("awaitsReview", equalTo(false)).body("approvedBy", nullValue());
        Api.reviewer().post(product + "/publication").then().statusCode(200);
        var use = product + "/uses/"
                + use(2011, 5).body("awaitsReview", equalTo(true)).extract().path("id");
        var recorded = Instant.now();
        used(40);
        waiting("products", 1);
        Api.analyst()
                .get(product + "/uses")
                .then()
                .body("items.awaitsReview", contains(false, true))
                .body("items[1].allowedActions", empty());
        writer().get(product + "/uses")
                .then()
                .body("items[1].allowedActions", contains("corrections", "withdrawal", "correction-rejection"));
        Api.researcher()
                .get(use + "/pending-correction")
                .then()
                .statusCode(200)
                .body("use.value", equalTo(5))
                .body("awaitsReview", equalTo(true));
        Api.analyst().get(use + "/pending-correction").then().statusCode(403);
        // What no reviewer has seen is mended at once; its days are taken.
        correct(use, "{'reason':'misread','use':{'value':6}}")
                .statusCode(201)
                .body("use.value", equalTo(6))
                .body("correctionPending", equalTo(false));
        post(product + "/uses", "{" + USE.formatted(2011, 2012, 9) + "}").statusCode(409);
        decide(writer(), use, "approval", "{}").statusCode(403).body("type", equalTo("/v1/problems/four-eyes"));
        // One that corrected it is a writer too, also when another one corrects it later.
        var second = Api.named("second", Role.RESEARCHER, Role.REVIEWER);
        second.body("{\"reason\":\"misread\",\"source\":\"t\"}")
                .post(use + "/corrections")
                .then()
                .statusCode(201);
        correct(use, "{'reason':'misread','source':'u'}").statusCode(201);
        decide(second, use, "approval", "{}").statusCode(403);
        approve(use)
                .body("awaitsReview", equalTo(false))
                .body("approvedBy", equalTo("another reviewer"))
                .body("recordedBy", equalTo("writer"));
        used(46);
        waiting("products", 0);
        Api.analyst().get(product + "?asOf=" + recorded).then().body("use.counted.best", equalTo(40));
        decide(Api.reviewer(), use, "approval", "{}").statusCode(409);
        Api.reviewer().get(use + "/pending-correction").then().statusCode(404);
        correct(use, "{'reason':'misread','use':{'value':7}}")
                .body("use.value", equalTo(6))
                .body("correctionPending", equalTo(true));
        used(46);
    }

    @Test
    void rejectedCountOfUseIsWithdrawn() {
        Api.reviewer().post(product + "/publication").then().statusCode(200);
        var use = product + "/uses/" + use(2011, 5).extract().path("id");
        decide(Api.named("another reviewer", Role.REVIEWER), use, "rejection", "{'reason':'of another product'}")
                .statusCode(200)
                .body("awaitsReview", equalTo(false))
                .body("approvedBy", nullValue())
                .body("withdrawal.reason", equalTo("of another product"));
        Api.analyst().get(product).then().body("use.counted.best", nullValue());
        waiting("products", 0);
        decide(Api.reviewer(), use, "approval", "{}").statusCode(409);
        use(2011, 6);
    }

    @Test
    void statementOnPublicProjectCountsOnceReviewerApproves() {
        var before = embedding("before", "2011-01-01").body("awaitsReview", equalTo(false));
        publishReport();
        var earlier = "/v1/embeddings/" + before.extract().path("id");
        var statement = "/v1/embeddings/"
                + embedding("before", "2011-06-01")
                        .body("awaitsReview", equalTo(true))
                        .body("latest", equalTo(false))
                        .extract()
                        .path("id");
        var recorded = Instant.now();
        Api.analyst().get(earlier).then().body("latest", equalTo(true)).body("allowedActions", empty());
        secured("", 0);
        waiting("embeddings", 1);
        writer().get(statement)
                .then()
                .body("allowedActions", contains("corrections", "withdrawal", "correction-rejection"));
        Api.reviewer()
                .get(statement + "/pending-correction")
                .then()
                .statusCode(200)
                .body("allowedActions", hasItem("correction-approval"));
        patch(statement).statusCode(409).body("allowed", contains("corrections", "withdrawal"));
        correct(statement, "{'reason':'misread','where':'there'}")
                .statusCode(201)
                .body("where", equalTo("there"));
        decide(writer(), statement, "approval", "{}").statusCode(403);
        approve(statement)
                .body("latest", equalTo(true))
                .body("awaitsReview", equalTo(false))
                .body("approvedBy", equalTo("another reviewer"));
        secured("", 1);
        secured("&asOf=" + recorded, 0);
        Api.analyst().get(earlier).then().body("latest", equalTo(false));
        waiting("embeddings", 0);
    }

    @Test
    void changesOfStatementOnPublicProjectWait() {
        var statement =
                "/v1/embeddings/" + embedding("s", "2011-01-01").extract().path("id");
        patch(statement).statusCode(200);
        publishReport();
        Api.researcher().get(statement).then().body("allowedActions", contains("corrections", "withdrawal"));
        patch(statement).statusCode(409);
        correct(statement, "{'reason':'misread','where':'there'}")
                .statusCode(201)
                .body("where", equalTo("here"))
                .body("correctionPending", equalTo(true))
                .body("allowedActions", contains("correction-rejection"));
        correct(statement, "{'reason':'misread','where':'everywhere'}").statusCode(409);
        Api.analyst().get(statement).then().body("correctionPending", equalTo(false));
        Api.researcher()
                .get(statement + "/pending-correction")
                .then()
                .body("where", equalTo("there"))
                .body("correction.correctedBy", equalTo("writer"));
        Api.analyst().get(statement).then().body("where", equalTo("here"));
        waiting("embeddings", 1);
        decide(writer(), statement, "approval", "{}").statusCode(403);
        approve(statement).body("where", equalTo("there")).body("correction.correctedBy", equalTo("writer"));
        post(statement + "/withdrawal", "{'reason':'recorded twice'}")
                .statusCode(200)
                .body("withdrawal", nullValue())
                .body("correctionPending", equalTo(true));
        decide(Api.reviewer(), statement, "rejection", "{'reason':'it stands'}")
                .statusCode(200)
                .body("withdrawal", nullValue());
        post(statement + "/withdrawal", "{'reason':'recorded twice'}").statusCode(200);
        approve(statement)
                .body("withdrawal.withdrawnBy", equalTo("writer"))
                .body("approvedBy", equalTo("another reviewer"));
        post(statement + "/withdrawal", "{'reason':'recorded twice'}").statusCode(409);
    }

    @Test
    void statementThatMovesToPublicProjectWaits() {
        publishReport();
        var statement = create(
                "embeddings",
                "'programme':'" + programme + "','subject':'s','statedOn':'2011-01-01','status':'NOT_SECURED',"
                        + "'source':'s'");
        Api.researcher()
                .get(statement)
                .then()
                .body("awaitsReview", equalTo(false))
                .body("allowedActions", hasSize(3));
        correct(statement, "{'reason':'of the project','projectId':'" + project + "'}")
                .body("projectId", nullValue())
                .body("correctionPending", equalTo(true));
        approve(statement).body("projectId", equalTo(project.toString()));
        Api.researcher().get(statement).then().body("allowedActions", not(hasItem("update")));
    }

    private void publishReport() {
        var report = Api.begin(Report.of(programme, null, project).without("roundId"));
        Api.take(report, "submission", "approval", "publication");
    }

    private ValidatableResponse use(int year, int times) {
        return post(product + "/uses", "{" + USE.formatted(year, year + 1, times) + "}")
                .statusCode(201);
    }

    private void used(int times) {
        Api.analyst().get(product).then().body("use.counted.best", equalTo(times));
    }

    private ValidatableResponse embedding(String subject, String day) {
        var secured = day.equals("2011-06-01");
        return post(
                        "/v1/embeddings",
                        "{'programme':'" + programme + "','projectId':'" + project + "','subject':'" + subject
                                + "','statedOn':'" + day + "','source':'s','where':'here','responsible':'r','status':'"
                                + (secured ? "SECURED" : "PARTLY_SECURED") + "'}")
                .statusCode(201);
    }

    private void secured(String question, int expected) {
        Api.analyst()
                .get("/v1/effect-statistics?programme=" + programme + question)
                .then()
                .statusCode(200)
                .body("totals[0].embedding.secured", equalTo(expected));
    }

    private void waiting(String kind, int expected) {
        for (var client : new RequestSpecification[] {Api.reviewer(), Api.researcher()}) {
            client.get("/v1/" + kind + "?correctionPending=true&programme=" + programme)
                    .then()
                    .body("items", hasSize(expected));
        }
        Api.analyst()
                .get("/v1/" + kind + "?correctionPending=true&programme=" + programme)
                .then()
                .body("items", empty());
    }

    private static RequestSpecification writer() {
        return Api.named("writer", Role.RESEARCHER, Role.REVIEWER);
    }

    private static String create(String kind, String fields) {
        return post("/v1/" + kind, "{" + fields + "}").statusCode(201).extract().header("Location");
    }

    private static ValidatableResponse post(String path, String body) {
        return writer().body(body.replace('\'', '"')).post(path).then();
    }

    private static ValidatableResponse correct(String path, String correction) {
        return post(path + "/corrections", correction);
    }

    private static ValidatableResponse patch(String path) {
        return Api.researcher()
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "*")
                .body("{\"note\":\"a remark\"}")
                .patch(path)
                .then();
    }

    private static ValidatableResponse decide(RequestSpecification by, String path, String how, String body) {
        return by.body(body.replace('\'', '"'))
                .post(path + "/correction-" + how)
                .then();
    }

    private static ValidatableResponse approve(String path) {
        return Api.named("another reviewer", Role.REVIEWER)
                .post(path + "/correction-approval")
                .then()
                .statusCode(200);
    }
}
