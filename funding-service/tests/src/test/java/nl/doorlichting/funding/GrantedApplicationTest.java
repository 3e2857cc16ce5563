package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.DECIDER;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.euro;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.time.DutchCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A granted application is an award, in the same moment or not at all. */
@FundingServiceTest
class GrantedApplicationTest {
    private String programme;
    private String line;
    private String application;

    @BeforeEach
    void assessedApplication() {
        programme = programme();
        Grants.organisations();
        line = line(programme, "root", null, true);
        scheme();
        application = Grants.keyed(Api.grantee(FORUM))
                .body("""
                        {"scheme":"S-%s","title":"Together","purpose":"PROJECT","description":"d","track":"LOCAL",\
                        "actionLine":"PREVENTION","targetGroups":["OTHER"],"interventionTypes":["AWARENESS"],\
                        "phenomena":["POLARISATION"],"period":{"from":"2027-01-01","until":"2028-01-01"},\
                        "place":{"scope":"MUNICIPAL","municipalities":["GM0988"]},"partnerMunicipalities":["GM0518"],\
                        "costs":[{"category":"PERSONNEL","description":"p","amount":%s}],"ownContribution":%s,\
                        "requestedAmount":%s}""".formatted(programme, euro("1000.00"), euro("300.00"), euro("700.00")))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.grantee(FORUM).post(path("submission")).then().statusCode(200);
        Grants.officer("assessor").body("""
                        {"advice":"grant","scores":[{"criterion":"NEED","score":4},{"criterion":"APPROACH","score":4},\
                        {"criterion":"COOPERATION","score":4},{"criterion":"EMBEDDING","score":4},\
                        {"criterion":"EVALUATION_PLAN","score":4}]}""").post(path("assessment")).then().statusCode(200);
    }

    @Test
    void grantCreatesAwardWithConditionsOfScheme() {
        Api.book(Entry.budgeted(programme, line, thisYear(), "700.00"));
        decide("600.00").then().statusCode(200).body("status", equalTo("GRANTED"));
        var award = awards().body("items.status", contains("GRANTED"))
                .body("items.amount.amount", contains("600.00"))
                .body("items.totalCost.amount", contains("1000.00"))
                .body("items.title", contains("Together"))
                .body("items.decidedBy", contains(DECIDER))
                .body("items.budgetLineId", contains(line))
                .body("items.partnerMunicipalities[0]", contains("GM0518"))
                .extract()
                .<String>path("items[0].id");
        Api.officer()
                .get("/v1/awards/" + award + "/conditions")
                .then()
                .body("items.text", contains("evaluate"))
                .body("items.status", contains("OPEN"));
        Grants.keyed(Grants.officer("payer"))
                .body("{\"amount\":" + euro("600.00") + "}")
                .post("/v1/awards/" + award + "/disbursements")
                .then()
                .statusCode(201);
        decide("600.00").then().statusCode(409);
        Api.grantee(FORUM).get("/v1/awards?applicationId=" + application).then().body("items.id", contains(award));
    }

    @Test
    void rejectsGrantWithoutRoomInBudget() {
        Api.book(Entry.budgeted(programme, line, thisYear(), "599.99"));
        decide("600.00")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/budget-exceeded"))
                .body("left.amount", equalTo("599.99"));
        Api.officer().get("/v1/applications/" + application).then().body("status", equalTo("ASSESSED"));
        awards().body("items", empty());
    }

    @Test
    void decisionCarriesYearPlanProjectAndConditions() {
        var year = thisYear() + 1;
        Api.book(Entry.budgeted(programme, line, year, "700.00"));
        var decided = decide("600.00", """
                        ,"year":%d,"newProject":{"code":"together"},\
                        "instalments":[{"due":"2027-02-01","amount":%s},{"due":"2027-09-01","amount":%s}],\
                        "conditions":[{"text":"report","enforceable":true,"dueDate":"2027-06-01"}]""".formatted(year, euro("400.00"), euro("200.00")))
                .then()
                .statusCode(200)
                .body("assessment.assessedBy", equalTo("assessor"))
                .body("decision.decidedBy", equalTo(DECIDER));
        var award = decided.extract().<String>path("awardId");
        var project = Grants.get(award)
                .then()
                .body("applicationId", equalTo(application))
                .body("year", equalTo(year))
                .body("instalments.amount.amount", contains("400.00", "200.00"))
                .extract()
                .<String>path("projectId");
        Api.officer()
                .get("/v1/projects/" + project)
                .then()
                .statusCode(200)
                .body("code", equalTo("together"))
                .body("name", equalTo("Together"))
                .body("organisationId", equalTo(FORUM))
                .body("fundingInstrument", equalTo("SUBSIDY"))
                .body("interventionTypes", contains("AWARENESS"))
                .body("phenomena", contains("POLARISATION"))
                .body("targetGroups", contains("OTHER"))
                .body("place.municipalities", contains("GM0988"))
                .body("partnerMunicipalities", contains("GM0518"))
                .body("description", equalTo("d"));
        Api.officer()
                .get("/v1/awards/" + award + "/conditions?sort=createdAt")
                .then()
                .body("items.text", contains("evaluate", "report"))
                .body("items.dueOn[1]", equalTo("2027-06-01"));
        Api.grantee(FORUM)
                .get("/v1/applications/" + application)
                .then()
                .body("awardId", equalTo(award))
                .body("assessment.assessedBy", equalTo("assessor"))
                .body("decision.decidedBy", equalTo(DECIDER));
    }

    @Test
    void decisionNamesExistingProject() {
        Api.book(Entry.budgeted(programme, line, thisYear(), "700.00"));
        var project = Api.officer()
                .body("{\"programme\":\"%s\",\"code\":\"there\",\"name\":\"There\",\"source\":\"test\"}"
                        .formatted(programme))
                .post("/v1/projects")
                .<String>path("id");
        var award = decide("600.00", ",\"projectId\":\"" + project + "\"")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("awardId");
        Grants.get(award).then().body("projectId", equalTo(project));
    }

    @Test
    void rejectsDecisionWithAllThatIsWrong() {
        decide("600.00", """
                        ,"projectId":"%s","newProject":{"code":"x"},"instalments":[{"due":"2027-02-01","amount":%s}],\
                        "conditions":[{"text":"t","enforceable":true,"dueDate":"2027-01-01","dueDaysAfterAward":1}]""".formatted(UUID.randomUUID(), euro("599.99")))
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        contains("/conditions/0/dueDaysAfterAward", "/instalments", "/newProject", "/projectId"))
                .body("violations[1].parameters.minimum", equalTo("600.00"));
        decide(
                        "499.99",
                        ",\"projectId\":\"%s\",\"budgetLineId\":\"%s\"".formatted(UUID.randomUUID(), UUID.randomUUID()))
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.code }",
                        contains(
                                "/awardedAmount/amount OUT_OF_RANGE",
                                "/budgetLineId REFERENCE_UNKNOWN",
                                "/projectId REFERENCE_UNKNOWN"));
        Grants.keyed(Grants.officer(DECIDER))
                .body("{\"outcome\":\"REFUSED\",\"reasons\":\"r\",\"year\":2027,\"conditions\":[]}")
                .post(path("decision"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/conditions", "/year"));
        Api.officer().get("/v1/applications/" + application).then().body("status", equalTo("ASSESSED"));
        Api.officer().get("/v1/projects?programme=" + programme).then().body("items", empty());
    }

    @Test
    void grantThatDoesNotFitRecordsNoProject() {
        Api.book(Entry.budgeted(programme, line, thisYear(), "599.99"));
        decide("600.00", ",\"newProject\":{\"code\":\"x\"}").then().statusCode(409);
        Api.officer().get("/v1/projects?programme=" + programme).then().body("items", empty());
    }

    private ValidatableResponse awards() {
        return Api.officer()
                .get("/v1/awards?applicationId=" + application)
                .then()
                .statusCode(200);
    }

    // That of the Netherlands, in which awards are decided.
    private static int thisYear() {
        return DutchCalendar.dayOf(Instant.now()).getYear();
    }

    private Response decide(String amount) {
        return decide(amount, "");
    }

    private Response decide(String amount, String more) {
        return Grants.officer(DECIDER)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"outcome\":\"GRANTED\",\"reasons\":\"good\",\"awardedAmount\":" + euro(amount) + more + "}")
                .post(path("decision"));
    }

    private String path(String step) {
        return "/v1/applications/" + application + "/" + step;
    }

    private void scheme() {
        Api.manager()
                .body("""
                        {"programme":"%s","code":"S-%s","name":"n","fundingInstrument":"SUBSIDY","source":"test",\
                        "budgetLineId":"%s","applicantKinds":["NON_PROFIT"],"bounds":[\
                        {"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01"}],\
                        "conditions":[{"text":"evaluate","enforceable":true,"dueDaysAfterAward":400}]}""".formatted(programme, programme, line))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
    }
}
