package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.organisation;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.assessed;
import static nl.doorlichting.funding.ApplicationRequests.corrected;
import static nl.doorlichting.funding.ApplicationRequests.decline;
import static nl.doorlichting.funding.ApplicationRequests.grant;
import static nl.doorlichting.funding.ApplicationRequests.scheme;
import static nl.doorlichting.funding.ApplicationRequests.step;
import static nl.doorlichting.funding.ApplicationRequests.submitted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision against the order of allocation of its scheme (Awb 4:26) gives its reason. */
@FundingServiceTest
class AllocationOrderTest {
    private static final String RANKING = ",\"allocationOrder\":\"RANKING\"";

    private String programme;
    private String applicant;

    @BeforeEach
    void applicant() {
        programme = programme();
        applicant = organisation(OrganisationKind.MUNICIPALITY);
    }

    @Test
    void laterApplicationIsDecidedFirstOnlyWithReason() {
        var scheme = scheme(programme, ",\"allocationOrder\":\"ORDER_OF_RECEIPT\"");
        var first = assessed(applicant, scheme);
        var second = assessed(applicant, scheme);
        submitted(applicant, scheme);
        for (var decision : List.of(grant("600.00"), decline("REFUSED"))) {
            step(second, "decision", decision)
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/outOfOrderReason"))
                    .body("violations.code", contains("REQUIRED"))
                    .body("violations[0].parameters.applications", contains(first));
        }
        for (var blank : List.of("", " ", "\u200b", "\u00a0\\n")) {
            step(second, "decision", withReason(grant("600.00")).replace("The first waits for a permit.", blank))
                    .then()
                    .statusCode(400)
                    .body("violations[0].parameters.applications", contains(first))
                    .body("violations.pointer", hasItem("/outOfOrderReason"))
                    .body("violations.code", everyItem(equalTo("REQUIRED")));
            step(second, "decision", grant("600.00").replace("It fits", blank))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/outOfOrderReason", "/reasons"));
        }
        step(second, "decision", grant("499.99"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/awardedAmount/amount", "/outOfOrderReason"));
        step(second, "decision", withReason(grant("600.00")))
                .then()
                .statusCode(200)
                .body("decision.outOfOrderReason", equalTo("The first waits for a permit."));
        step(first, "decision", withReason(grant("600.00")))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/outOfOrderReason"))
                .body("violations.code", contains("NOT_ALLOWED"));
        step(first, "decision", grant("600.00")).then().statusCode(200).body("decision.outOfOrderReason", nullValue());
    }

    @Test
    void grantBelowRefusedHigherScoreNeedsReason() {
        var scheme = scheme(programme, RANKING + ",\"weights\":[{\"criterion\":\"EVALUATION_PLAN\",\"weight\":10}]");
        var high = scored(scheme, 1, 3);
        var low = scored(scheme, 5, 1);
        officer()
                .get("/v1/applications?scheme=" + scheme + "&sort=-totalScore")
                .then()
                .body("items.id", contains(high, low))
                .body("items.assessment.totalScore", contains(34, 30));
        step(high, "decision", decline("REFUSED")).then().statusCode(200);
        step(low, "decision", grant("600.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/outOfOrderReason"))
                .body("violations[0].parameters.applications", contains(high));
        step(low, "decision", withReason(grant("600.00"))).then().statusCode(200);
    }

    @Test
    void assessmentIsCorrectedUntilDecision() {
        var scheme = scheme(programme, RANKING);
        var id = scored(scheme, 1, 1);
        officer()
                .get("/v1/applications/" + id)
                .then()
                .body("allowedActions", containsInAnyOrder("assignment", "assessment", "decision"));
        step(id, "assessment", scores(5, 5))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"))
                .body("violations.code", contains("REQUIRED"));
        step(id, "assessment", scores(6, 5))
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItems("/reason", "/scores/0/score"));
        step(id, "assessment", corrected(scores(5, 5)).replace("\"a\"", "\"b\""))
                .then()
                .statusCode(200)
                .body("history.advice", contains(null, "a", "b"))
                .body("assessment.advice", equalTo("b"))
                .body("status", equalTo("ASSESSED"))
                .body("history.transition", contains("submission", "assessment", "assessment"))
                .body("history.note", contains(null, null, "A score was misread."))
                .body("history[0].scores", nullValue())
                .body("history[1].scores.score", contains(1, 1, 1, 1, 1))
                .body("history[2].scores.score", contains(5, 5, 5, 5, 5))
                .body("assessment.totalScore", equalTo(25))
                .body("assessment.scores.score", contains(5, 5, 5, 5, 5));
        officer()
                .accept("text/csv")
                .get("/v1/applications/csv?scheme=" + scheme)
                .then()
                .statusCode(200)
                .body(containsString("history.scores.criterion"))
                .body(containsString("history.scores.score"))
                .body(containsString("\"1; 1; 1; 1; 1\""))
                .body(containsString("\"5; 5; 5; 5; 5\""))
                .body(not(containsString("{")));
        step(id, "decision", grant("600.00")).then().statusCode(200);
        step(id, "assessment", scores(1, 1)).then().statusCode(409);
    }

    @Test
    void scoresStayOnceAnotherApplicationIsDecidedByRank() {
        var scheme = scheme(programme, RANKING);
        var high = scored(scheme, 5, 5);
        var low = scored(scheme, 1, 1);
        var unranked = assessed(applicant, scheme(programme, ",\"allocationOrder\":\"ORDER_OF_RECEIPT\""));
        step(high, "assessment", corrected(scores(5, 5)))
                .then()
                .statusCode(200)
                .body("allowedActions", hasItem("assessment"));
        step(low, "decision", grant("600.00")).then().statusCode(200);
        officer()
                .get("/v1/applications/" + high)
                .then()
                .body("allowedActions", containsInAnyOrder("assignment", "decision"));
        officer()
                .get("/v1/applications?scheme=" + scheme + "&sort=-totalScore")
                .then()
                .body("items.id", contains(high, low))
                .body("items[0].allowedActions", containsInAnyOrder("assignment", "decision"));
        officer()
                .get("/v1/applications/" + unranked)
                .then()
                .body("allowedActions", containsInAnyOrder("assignment", "assessment", "decision"));
        step(high, "assessment", corrected(scores(1, 1)))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("allowed", containsInAnyOrder("assignment", "decision"));
        step(high, "decision", decline("REFUSED"))
                .then()
                .statusCode(400)
                .body("violations[0].parameters.applications", contains(low));
        step(high, "assignment", "{\"officer\":\"" + ApplicationRequests.officerNamed("officer-of-order") + "\"}")
                .then()
                .statusCode(200)
                .body("allowedActions", containsInAnyOrder("assignment", "decision"));
        step(unranked, "assessment", corrected(scores(1, 1))).then().statusCode(200);
    }

    @Test
    void firstAssessmentHasNoReason() {
        var id = submitted(applicant, scheme(programme, RANKING));
        step(id, "assessment", corrected(scores(1, 1)))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/reason"))
                .body("violations.code", contains("NOT_ALLOWED"));
    }

    @Test
    void awardByHandBesideRefusedApplicationNeedsReason() {
        Grants.organisations();
        var scheme = scheme(programme, RANKING);
        var refused = scored(scheme, 5, 5);
        var reason = ",\"outOfOrderReason\":\"The court ordered it.\"";
        byHand(scheme, "1", reason)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/outOfOrderReason"))
                .body("violations.code", contains("NOT_ALLOWED"));
        byHand(scheme, "2", "").then().statusCode(201).body("decisions[0].reasons", nullValue());
        step(refused, "decision", decline("REFUSED")).then().statusCode(200);
        byHand(scheme, "3", "")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/outOfOrderReason"))
                .body("violations.code", contains("REQUIRED"))
                .body("violations[0].parameters.applications", contains(refused));
        byHand(scheme, "4", reason)
                .then()
                .statusCode(201)
                .body("decisions[0].reasons", equalTo("The court ordered it."));
    }

    private Response byHand(String scheme, String number, String more) {
        return Grants.postAward(Grants.json(
                programme,
                number,
                "DECENTRALISATION_GRANT",
                "600.00",
                Grants.under(scheme) + "," + ApplicationRequests.money("totalCost", "1000.00") + more));
    }

    @Test
    void orderStaysOnceApplicationIsDecided() {
        var scheme = scheme(programme, RANKING);
        var id = scored(scheme, 1, 1);
        order(scheme, "ORDER_OF_RECEIPT").then().statusCode(200);
        order(scheme, "RANKING").then().statusCode(200);
        step(id, "decision", decline("REFUSED")).then().statusCode(200);
        order(scheme, "ORDER_OF_RECEIPT")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/allocationOrder"))
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].parameters.allowed", contains("RANKING"));
        order(scheme, "RANKING").then().statusCode(200);
    }

    private static Response order(String scheme, String order) {
        var stored = manager().get("/v1/schemes?code=" + scheme);
        return changing(manager(), stored.path("items[0].etag"))
                .body("{\"allocationOrder\":\"" + order + "\"}")
                .patch("/v1/schemes/" + stored.path("items[0].id"));
    }

    @Test
    void listIsSortedByReceipt() {
        var scheme = scheme(programme, "");
        var draft = ApplicationRequests.draft(applicant, ApplicationRequests.whole(scheme));
        var first = submitted(applicant, scheme);
        var second = submitted(applicant, scheme);
        officer()
                .get("/v1/applications?scheme=" + scheme + "&sort=submittedAt")
                .then()
                .body("items.id", contains(first, second, draft));
    }

    /** Whatever the order of decisions: none without reason is granted below a refused higher score. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void rankingHoldsOverRandomDecisions(long seed) {
        var random = new Random(seed);
        var scheme = scheme(programme, RANKING);
        var scores = new ArrayList<int[]>();
        var ids = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            scores.add(new int[] {1 + random.nextInt(5), 1 + random.nextInt(5)});
            ids.add(scored(scheme, scores.get(i)[0], scores.get(i)[1]));
        }
        var order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
        Collections.shuffle(order, random);
        var granted = new ArrayList<Integer>();
        var refused = new ArrayList<Integer>();
        for (var index : order) {
            var total = 4 * scores.get(index)[0] + scores.get(index)[1];
            var grants = random.nextBoolean();
            var allowed = grants
                    ? refused.stream().noneMatch(other -> other > total)
                    : granted.stream().noneMatch(other -> other < total);
            var status = step(ids.get(index), "decision", grants ? grant("600.00") : decline("REFUSED"))
                    .statusCode();
            assertEquals(allowed ? 200 : 400, status, "seed " + seed);
            if (allowed) {
                (grants ? granted : refused).add(total);
            }
        }
        assertTrue(granted.stream().allMatch(low -> refused.stream().noneMatch(high -> high > low)));
    }

    private String scored(String scheme, int others, int plan) {
        var id = submitted(applicant, scheme);
        step(id, "assessment", scores(others, plan)).then().statusCode(200);
        return id;
    }

    private static String scores(int others, int plan) {
        return """
                {"advice":"a","scores":[{"criterion":"NEED","score":%1$d},{"criterion":"APPROACH","score":%1$d},\
                {"criterion":"COOPERATION","score":%1$d},{"criterion":"EMBEDDING","score":%1$d},\
                {"criterion":"EVALUATION_PLAN","score":%2$d}]}""".formatted(others, plan);
    }

    private static String withReason(String decision) {
        return decision.substring(0, decision.length() - 1)
                + ",\"outOfOrderReason\":\"The first waits for a permit.\"}";
    }
}
