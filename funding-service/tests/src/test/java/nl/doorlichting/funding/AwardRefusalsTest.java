package nl.doorlichting.funding;

import static nl.doorlichting.funding.Grants.DECIDER;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.WEERT;
import static nl.doorlichting.funding.Grants.award;
import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.json;
import static nl.doorlichting.funding.Grants.officer;
import static nl.doorlichting.funding.Grants.paid;
import static nl.doorlichting.funding.Grants.postAward;
import static nl.doorlichting.funding.Grants.settle;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an award names must be there, and what follows its decision is not before it; all of it is refused together. */
@FundingServiceTest
class AwardRefusalsTest {
    private static final String UNKNOWN = UUID.randomUUID().toString();

    private String programme;

    @BeforeEach
    void organisations() {
        programme = Api.programme();
        Grants.organisations();
    }

    @Test
    void namesAllUnknownReferencesTogether() {
        var unknown = ",\"projectId\":\"" + UNKNOWN + "\",\"budgetLineId\":\"" + UNKNOWN + "\",\"includedIn\":\""
                + UNKNOWN + "\"";
        postAward(json(programme, "1", "SUBSIDY", "1.00", unknown).replace(FORUM, "NOBODY"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"))
                .body("violations.pointer", contains("/budgetLineId", "/includedIn", "/organisationId", "/projectId"));
        var nowhere = json(programme, "1", "SUBSIDY", "1.00", unknown)
                .replace("\"programme\":\"" + programme + "\"", "\"programme\":\"NOPE\"");
        postAward(nowhere)
                .then()
                .statusCode(409)
                .body(
                        "violations.pointer",
                        contains("/budgetLineId", "/includedIn", "/programme", "/projectId", "/scheme"));
        Api.manager()
                .body("{\"programme\":\"NOPE\",\"code\":\"c\",\"name\":\"n\",\"parentId\":\"" + UNKNOWN + "\"}")
                .post("/v1/budget-lines")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/parentId", "/programme"));
        var id = award(programme, "1", "SUBSIDY", "1.00", "");
        describe(id, "{\"projectId\":\"" + UNKNOWN + "\",\"includedIn\":\"" + UNKNOWN + "\"}")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/includedIn", "/projectId"));
        Api.manager()
                .body("""
                        {"programme":"%s","code":"S-%s","name":"n","fundingInstrument":"SUBSIDY","source":"s",\
                        "applicantKinds":["NON_PROFIT"],"budgetLineId":"%s"}""".formatted(programme, programme, UNKNOWN))
                .post("/v1/schemes")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/budgetLineId"));
    }

    @Test
    void officerOfAwardIsKnown() {
        var nobody = "{\"officer\":\"nobody-" + programme + "\"}";
        postAward(json(programme, "1", "SUBSIDY", "1.00", ",\"officer\":\"nobody-" + programme + "\""))
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/officer"))
                .body("violations.code", contains("REFERENCE_UNKNOWN"));
        var id = award(programme, "1", "SUBSIDY", "1.00", "");
        describe(id, nobody).then().statusCode(409).body("violations.pointer", contains("/officer"));
        ApplicationRequests.officerNamed("nobody-" + programme);
        describe(id, nobody).then().statusCode(200);
    }

    @Test
    void violationsOfFormAndOfRulesComeTogether() {
        var title = json(programme, "1", "SUBSIDY", "1.00", ",\"accountabilityDue\":\"2009-12-31\"")
                .replace("\"title\":\"Award 1\"", "\"title\":\"\u200b\"")
                .replace("SUBSIDY\",\"organ", "DECENTRALISATION_GRANT\",\"organ")
                .replace(FORUM, "NOBODY");
        postAward(title)
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        hasItems("/title", "/fundingInstrument", "/organisationId", "/accountabilityDue"));
        var id = award(programme, "1", "SUBSIDY", "100.00", "");
        amend(
                        id,
                        "{\"reasons\":\" \",\"decidedOn\":\"2009-01-01\",\"amount\":" + euro("60.00")
                                + ",\"instalments\":[{\"due\":\"2010-02-28\",\"amount\":" + euro("50.00") + "}]}")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/decidedOn", "/instalments", "/instalments/0/due", "/reasons"));
        Api.manager()
                .body("{\"programme\":\"%s\",\"lineId\":\"%s\",\"year\":2006,\"kind\":\"BUDGETED\",\"amount\":%s}"
                        .formatted(programme, UNKNOWN, euro("1.00")))
                .post("/v1/budget-entries")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/lineId", "/source", "/year"));
    }

    @Test
    void violationsOfDecisionComeTogether() {
        var applicant = Api.organisation(OrganisationKind.MUNICIPALITY);
        var id = ApplicationRequests.assessed(applicant, ApplicationRequests.scheme(programme, ""));
        ApplicationRequests.step(
                        id,
                        "decision",
                        "{\"outcome\":\"GRANTED\",\"reasons\":\"\",\"awardedAmount\":" + euro("600.01")
                                + ",\"year\":2006,\"instalments\":[{\"due\":\"2010-01-01\",\"amount\":" + euro("600.01")
                                + "}],\"conditions\":[{\"text\":\"t\",\"enforceable\":false,\"dueDate\":\"2010-01-01\"}]}")
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/reasons",
                                "/awardedAmount/amount",
                                "/year",
                                "/instalments/0/due",
                                "/conditions/0/dueDate"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "amendment|/decidedOn|\"decidedOn\":\"2010-02-28\",\"reasons\":\"r\",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2010-12-01\"}",
                "accountability|/handedInOn|\"handedInOn\":\"2010-02-28\",\"report\":\"r\",\"spent\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}",
                "settlement|/decidedOn|\"decidedOn\":\"2010-02-28\",\"reasons\":\"r\",\"exOfficio\":true,\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}",
                "revocation|/decidedOn|\"decidedOn\":\"2010-02-28\",\"reasons\":\"r\",\"ground\":\"NOT_CARRIED_OUT\"",
                "conditions|/dueOn|\"text\":\"t\",\"enforceable\":true,\"dueOn\":\"2010-02-28\"",
                "conditions|/fulfilledOn|\"text\":\"t\",\"enforceable\":true,\"fulfilledOn\":\"2010-02-28\"",
                "disbursements|/dueOn|\"dueOn\":\"2010-02-28\",\"amount\":{\"amount\":\"1.00\",\"currency\":\"EUR\"}"
            })
    void rejectsDayBeforeDecision(String path, String pointer, String fields) {
        var id = award(programme, "1", "SUBSIDY", "10.00", "");
        early(post(id, path, fields), pointer, "2010-03-01");
        var first = post(id, path, fields.replace("2010-02-28", "2010-03-01"));
        first.then().statusCode(path.equals("conditions") || path.equals("disbursements") ? 201 : 200);
    }

    @Test
    void rejectsDayBeforeEarlierDecision() {
        var grant = award(programme, "1", "DECENTRALISATION_GRANT", "10.00", "");
        early(post(grant, "withdrawal", "\"reasons\":\"r\",\"decidedOn\":\"2010-02-28\""), "/decidedOn", "2010-03-01");
        var id = award(programme, "2", "SUBSIDY", "10.00", "");
        paid(id, "10.00");
        settle(id, "5.00", true).then().statusCode(200);
        var today = Grants.get(id).<String>path("decisions[1].decidedOn");
        var yesterday = LocalDate.parse(today).minusDays(1);
        early(
                post(id, "reclaims", "\"reasons\":\"r\",\"dueOn\":\"" + yesterday + "\",\"amount\":" + euro("1.00")),
                "/dueOn",
                today);
        early(
                post(
                        id,
                        "revocation",
                        "\"reasons\":\"r\",\"ground\":\"NOT_CARRIED_OUT\",\"decidedOn\":\"" + yesterday + "\""),
                "/decidedOn",
                today);
    }

    @Test
    void rejectsDaysOfNewAwardBeforeItsDecision() {
        var instalment = ",\"instalments\":[{\"due\":\"2010-02-28\",\"amount\":" + euro("1.00") + "}]";
        early(postAward(json(programme, "1", "SUBSIDY", "1.00", instalment)), "/instalments/0/due", "2010-03-01");
        early(
                postAward(json(programme, "1", "SUBSIDY", "1.00", ",\"accountabilityDue\":\"2010-02-28\"")),
                "/accountabilityDue",
                "2010-03-01");
    }

    @Test
    void rejectsMunicipalityThatEndedBeforeDecision() {
        Api.officer()
                .body("{\"number\":\"GM0003\",\"name\":\"Appingedam\",\"kind\":\"MUNICIPALITY\"}")
                .post("/v1/organisations");
        var request = json(programme, "1", "DECENTRALISATION_GRANT", "1.00", "").replace(WEERT, "GM0003");
        postAward(request.replace("2010-03-01", "2021-06-01"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/organisationId"))
                .body("violations.code", contains("ORGANISATION_NOT_VALID"))
                .body("violations[0].parameters.successors", not(empty()));
        postAward(request.replace("2010-03-01", "2020-12-31")).then().statusCode(201);
    }

    @Test
    void paymentOfInstalmentIsDueOnItsDay() {
        var plan = ",\"instalments\":[{\"due\":\"2010-04-01\",\"amount\":" + euro("6.00") + "},{\"due\":\"2010-05-01\","
                + "\"amount\":" + euro("4.00") + "}]";
        var id = award(programme, "1", "SUBSIDY", "10.00", plan);
        Grants.disburse(id, "6.00", ",\"instalment\":1").then().statusCode(201).body("dueOn", equalTo("2010-04-01"));
        Grants.disburse(id, "4.00", ",\"instalment\":2,\"dueOn\":\"2010-06-01\"")
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2010-06-01"));
    }

    @Test
    void listsConditionsAndClaimsByAwardOfficerAndProgramme() {
        var olga = ApplicationRequests.officerNamed("olga");
        var id = award(programme, "1", "SUBSIDY", "10.00", ",\"officer\":\"" + olga + "\"");
        var other = award(programme, "2", "SUBSIDY", "10.00", "");
        for (var one : new String[] {id, other}) {
            post(one, "conditions", "\"text\":\"t\",\"enforceable\":true")
                    .then()
                    .statusCode(201);
        }
        for (var filter : new String[] {"awardId=" + id, "officer=" + olga}) {
            Api.officer()
                    .get("/v1/conditions?programme=" + programme + "&" + filter)
                    .then()
                    .statusCode(200)
                    .body("items.awardId", contains(id))
                    .body("items.awardNumber", contains("1"))
                    .body("items.programme", contains(programme))
                    .body("items.organisationId", contains(FORUM));
        }
        paid(id, "10.00");
        settle(id, "5.00", true).then().statusCode(200);
        Grants.reclaim(id, "5.00").then().statusCode(201);
        Api.officer().get("/v1/reclaims?programme=" + programme).then().body("items.awardId", contains(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "awards?scheme=NOPE",
                "awards?organisationId=NOPE",
                "awards?officer=NOPE",
                "applications?scheme=NOPE",
                "applications?officer=NOPE",
                "conditions?organisationId=NOPE",
                "conditions?officer=NOPE",
                "reclaims?programme=NOPE",
                "budget-statistics?programme=NOPE",
                "condition-coverage?programme=NOPE"
            })
    void rejectsListOfUnknownName(String query) {
        Api.officer()
                .get("/v1/" + query)
                .then()
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_VALUE"))
                .body("violations.name", contains(query.replaceAll(".*[?]|=.*", "")))
                .body("violations.parameters.value", contains("NOPE"));
    }

    /** As a filter does, which names those that there are as long as they are not too many. */
    @Test
    void namesProgrammesThatThereAreToBody() {
        var ofFilter = Api.officer().get("/v1/awards?programme=NOPE").<Map<String, Object>>path("violations[0]");
        var ofBody = Api.officer()
                .body("{\"programme\":\"NOPE\",\"code\":\"c\",\"name\":\"n\",\"source\":\"s\"}")
                .post("/v1/projects")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/programme"))
                .extract()
                .<Map<String, Object>>path("violations[0]");
        assertEquals(ofFilter.get("parameters"), ofBody.get("parameters"));
        assertEquals(ofFilter.get("detail"), ofBody.get("detail"));
    }

    /** What is named and not there has one form on every path. */
    @Test
    void showsValueOfEachUnknownReference() {
        var id = award(programme, "1", "SUBSIDY", "10.00", "");
        var nowhere = UUID.randomUUID().toString();
        var names = ",\"projectId\":\"%1$s\",\"budgetLineId\":\"%1$s\",\"includedIn\":\"%1$s\"".formatted(nowhere);
        unknown(
                postAward(json(programme, "2", "SUBSIDY", "1.00", names)),
                Map.of("/budgetLineId", nowhere, "/includedIn", nowhere, "/projectId", nowhere));
        unknown(postAward(json(programme, "2", "SUBSIDY", "1.00", Grants.under("NOPE"))), Map.of("/scheme", "NOPE"));
        unknown(
                officer(DECIDER)
                        .body("{\"programme\":\"NOPE\",\"code\":\"c\",\"name\":\"n\",\"organisationId\":\"NOBODY\","
                                + "\"parentId\":\"" + nowhere + "\",\"source\":\"s\"}")
                        .post("/v1/projects"),
                Map.of("/organisationId", "NOBODY", "/parentId", nowhere, "/programme", "NOPE"));
        unknown(
                Grants.keyed(Api.grantee(FORUM)).body("{\"scheme\":\"NOPE\"}").post("/v1/applications"),
                Map.of("/scheme", "NOPE"));
        unknown(Grants.disburse(id, "1.00", ",\"instalment\":7"), Map.of("/instalment", "7"));
    }

    private static void unknown(Response response, Map<String, String> values) {
        var answer = response.then().statusCode(409).extract();
        assertEquals(
                values,
                answer.<List<Map<String, Object>>>path("violations").stream()
                        .collect(Collectors.toMap(
                                one -> (String) one.get("pointer"),
                                one -> ((Map<?, ?>) one.get("parameters"))
                                        .get("value")
                                        .toString())));
    }

    @Test
    void rejectsBlankTexts() {
        var id = award(programme, "1", "SUBSIDY", "10.00", "");
        for (var blank : new String[] {" ", "\u200b", "\u2028\u3164"}) {
            post(
                            id,
                            "conditions",
                            "\"text\":\"t\",\"enforceable\":true,\"fulfilledOn\":\"2010-04-01\",\"evidence\":\"" + blank
                                    + "\"")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/evidence"))
                    .body("violations.code", contains("REQUIRED"));
        }
    }

    @Test
    void namesBothBoundsOfScoreAndFirstLastDayOfPeriod() {
        var applicant = Api.organisation(OrganisationKind.MUNICIPALITY);
        var id = ApplicationRequests.submitted(applicant, ApplicationRequests.scheme(programme, ""));
        ApplicationRequests.step(id, "assessment", ApplicationRequests.ASSESSMENT.replace("\"score\":5", "\"score\":6"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/scores/0/score"))
                .body("violations[0].parameters.minimum", equalTo(1))
                .body("violations[0].parameters.maximum", equalTo(5));
        early(
                postAward(json(programme, "1", "SUBSIDY", "1.00", "").replace("2011-01-01", "2009-01-01")),
                "/period/until",
                "2010-01-02");
    }

    @Test
    void sortsOpportunitiesByLastDay() {
        var late = ApplicationRequests.scheme(programme, ",\"openUntil\":\"2031-01-01\"");
        var early = ApplicationRequests.scheme(programme, ",\"openUntil\":\"2030-01-01\"");
        Api.anonymous()
                .get("/v1/opportunities?sort=openUntil&programme=" + programme)
                .then()
                .statusCode(200)
                .body("items.code", contains(early, late));
    }

    @Test
    void futureMomentOfStatisticsIsRefused() {
        Api.manager()
                .get("/v1/budget-statistics?programme=" + programme + "&asOf=2199-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("violations.name", contains("asOf"));
    }

    private static void early(Response refused, String pointer, String minimum) {
        refused.then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations.parameters", hasItem(Map.of("minimum", minimum)));
    }

    private static Response post(String award, String path, String fields) {
        return Grants.keyed(officer(DECIDER)).body("{" + fields + "}").post("/v1/awards/" + award + "/" + path);
    }

    private static Response amend(String award, String body) {
        return officer(DECIDER).body(body).post("/v1/awards/" + award + "/amendment");
    }

    private static Response describe(String award, String change) {
        var etag = Grants.get(award).header("ETag");
        return Api.changing(officer(DECIDER), etag).body(change).patch("/v1/awards/" + award);
    }
}
