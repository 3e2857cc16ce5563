package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.WEERT;
import static nl.doorlichting.funding.Grants.award;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the state cannot enforce is tracked as coverage and never called a breach. */
@FundingServiceTest
class ConditionsTest {
    private String programme;

    @BeforeEach
    void organisations() {
        programme = programme();
        Grants.organisations();
    }

    @Test
    void copiesConditionsOfSchemeToAward() {
        scheme("DECENTRALISATION_GRANT");
        var award = award(programme, "1", "DECENTRALISATION_GRANT", "1.00", ",\"scheme\":\"" + programme + "\"");
        officer()
                .get("/v1/awards/" + award + "/conditions")
                .then()
                .statusCode(200)
                .body("items.text", containsInAnyOrder("evaluate", "report"))
                .body("items.enforceable", contains(false, false))
                .body("items.dueOn", containsInAnyOrder("2010-03-31", null))
                .body("items.status", containsInAnyOrder("OVERDUE", "OPEN"));
        coverage("awardId=" + award)
                .then()
                .body("enforceable.conditions", equalTo(0))
                .body("notEnforceable.conditions", equalTo(2))
                .body("notEnforceable.overdue", equalTo(1))
                .body("notEnforceable.open", equalTo(1));
    }

    @Test
    void keepsConditionsOfSubsidyEnforceable() {
        scheme("SUBSIDY");
        var award = award(programme, "1", "SUBSIDY", "1.00", ",\"scheme\":\"" + programme + "\"");
        officer()
                .get("/v1/awards/" + award + "/conditions")
                .then()
                .body("items.status", containsInAnyOrder("BREACHED", "OPEN"));
        coverage("programme=" + programme + "&fundingInstrument=SUBSIDY")
                .then()
                .body("enforceable.conditions", equalTo(1))
                .body("enforceable.breached", equalTo(1))
                .body("notEnforceable.conditions", equalTo(1));
        coverage("programme=" + programme + "&fundingInstrument=DECENTRALISATION_GRANT")
                .then()
                .body("enforceable.conditions", equalTo(0));
        coverage("organisationId=" + FORUM).then().statusCode(200);
        coverage("programme=NONE&organisationId=NOBODY")
                .then()
                .statusCode(400)
                .body("violations.name", contains("organisationId", "programme"))
                .body("violations.parameters.value", contains("NOBODY", "NONE"))
                .body("violations[1].detail", equalTo("There is no programme NONE."));
    }

    @Test
    void storesDayAndEvidenceOfFulfilment() {
        var award = award(programme, "1", "SUBSIDY", "1.00", "");
        var path = post(award, "{\"text\":\"evaluate\",\"enforceable\":true,\"dueOn\":\"2010-12-31\"}")
                .then()
                .statusCode(201)
                .body("status", equalTo("BREACHED"))
                .body("fulfilled", equalTo(false))
                .body("allowedActions", contains("update"))
                .extract()
                .header("Location");
        patch(path, "\"0\"", "{\"evidence\":\"report\"}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/fulfilledOn"));
        patch(path, "\"0\"", "{\"fulfilledOn\":\"2199-01-01\"}").then().statusCode(400);
        patch(path, "\"0\"", "{\"fulfilledOn\":\"2011-02-01\",\"evidence\":\"report\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("FULFILLED"))
                .body("evidence", equalTo("report"));
        patch(path, "\"0\"", "{\"dueOn\":null}").then().statusCode(412);
        patch(path, "\"1\"", "{\"fulfilledOn\":null,\"evidence\":null,\"dueOn\":null}")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("dueOn", nullValue());
    }

    @Test
    void rejectsEnforceableConditionOfDecentralisationGrant() {
        var award = award(programme, "1", "DECENTRALISATION_GRANT", "1.00", "");
        post(award, "{\"text\":\"evaluate\",\"enforceable\":true}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/enforceable"))
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].detail", containsString("freely"));
        post(award, "{\"text\":\"evaluate\",\"enforceable\":false}").then().statusCode(201);
        post(award, "{\"text\":\" \"}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/enforceable", "/text"));
    }

    /** What a revoked award asked for is neither late nor still to come. */
    @Test
    void lapsesWithRevokedAward() {
        var award = award(programme, "1", "SUBSIDY", "1.00", "");
        post(award, "{\"text\":\"late\",\"enforceable\":true,\"dueOn\":\"2010-12-31\"}")
                .then()
                .statusCode(201);
        post(award, "{\"text\":\"soft\",\"enforceable\":false,\"dueOn\":\"2010-12-31\"}")
                .then()
                .statusCode(201);
        var open = post(award, "{\"text\":\"open\",\"enforceable\":true}")
                .then()
                .body("status", equalTo("OPEN"))
                .extract()
                .header("Location");
        post(award, "{\"text\":\"done\",\"enforceable\":true,\"fulfilledOn\":\"2010-12-31\"}");
        Grants.revoke(award).then().statusCode(200);
        officer()
                .get("/v1/awards/" + award + "/conditions")
                .then()
                .body("items.status", containsInAnyOrder("LAPSED", "LAPSED", "LAPSED", "FULFILLED"));
        var list = "/v1/conditions?programme=" + programme + "&status=";
        officer().get(list + "OPEN,OVERDUE,BREACHED").then().statusCode(200).body("items", empty());
        officer().get(list + "LAPSED").then().body("items.text", containsInAnyOrder("late", "soft", "open"));
        coverage("programme=" + programme)
                .then()
                .body(
                        "enforceable",
                        equalTo(Map.of("conditions", 3, "fulfilled", 1, "open", 0, "breached", 0, "lapsed", 2)))
                .body(
                        "notEnforceable",
                        equalTo(Map.of("conditions", 1, "fulfilled", 0, "open", 0, "overdue", 0, "lapsed", 1)));
        Grants.get(award).then().body("allowedActions", not(hasItem("conditions")));
        post(award, "{\"text\":\"new\",\"enforceable\":true}")
                .then()
                .statusCode(409)
                .body("allowed", not(hasItem("conditions")));
        patch(open, "\"0\"", "{\"fulfilledOn\":\"2011-01-01\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("FULFILLED"));
    }

    @Test
    void lapsesWithWithdrawnGrant() {
        var award = award(programme, "1", "DECENTRALISATION_GRANT", "1.00", "");
        var path = post(award, "{\"text\":\"late\",\"enforceable\":false,\"dueOn\":\"2010-12-31\"}")
                .then()
                .extract()
                .header("Location");
        Grants.officer(Grants.DECIDER)
                .body("{\"reasons\":\"r\"}")
                .post("/v1/awards/" + award + "/withdrawal")
                .then()
                .statusCode(200);
        officer().get(path).then().body("status", equalTo("LAPSED"));
    }

    @Test
    void granteeSeesOnlyConditionsOfOwnAwards() {
        var award = award(programme, "1", "SUBSIDY", "1.00", "");
        var path = post(award, "{\"text\":\"t\",\"enforceable\":true}")
                .then()
                .extract()
                .header("Location");
        Api.grantee(FORUM).get(path).then().statusCode(200).body("allowedActions", empty());
        Api.grantee(WEERT).get(path).then().statusCode(404);
        Api.grantee(WEERT).get("/v1/awards/" + award + "/conditions").then().statusCode(404);
        Api.grantee(WEERT)
                .get("/v1/condition-coverage?awardId=" + award)
                .then()
                .body("enforceable.conditions", equalTo(0));
        var other = award(programme, "2", "DECENTRALISATION_GRANT", "1.00", "");
        officer().get(path.replace(award, other)).then().statusCode(404);
        Api.grantee(FORUM)
                .body("{}")
                .post("/v1/awards/" + award + "/conditions")
                .then()
                .statusCode(403);
    }

    private void scheme(String instrument) {
        Api.manager()
                .body("""
                        {"programme":"%s","code":"%s","name":"n","fundingInstrument":"%s","source":"test",\
                        "applicantKinds":["MUNICIPALITY","NON_PROFIT"],"conditions":[\
                        {"text":"evaluate","enforceable":%s,"dueDaysAfterAward":30},\
                        {"text":"report","enforceable":false}]%s}""".formatted(
                                programme,
                                programme,
                                instrument,
                                instrument.equals("SUBSIDY"),
                                Grants.charged(Grants.root(programme))))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
    }

    private static Response post(String award, String json) {
        return officer().body(json).post("/v1/awards/" + award + "/conditions");
    }

    private static Response patch(String path, String etag, String json) {
        return officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(json)
                .patch(path);
    }

    private static Response coverage(String filter) {
        return officer().get("/v1/condition-coverage?" + filter);
    }
}
