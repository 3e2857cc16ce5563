package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.award;
import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.json;
import static nl.doorlichting.funding.Grants.postAward;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@FundingServiceTest
class AwardsTest {
    private String programme;

    @BeforeEach
    void organisations() {
        ApplicationRequests.officerNamed("olga");
        programme = programme();
        Grants.organisations();
    }

    @Test
    void awardIsReadBackAsItWasRecorded() {
        var id = award(programme, "a/1", "SUBSIDY", "800.00", """
            ,"totalCost":{"amount":"1000.00","currency":"EUR"},"track":"LOCAL","actionLine":"PREVENTION",\
            "place":{"scope":"MUNICIPAL","municipalities":["GM0988"]},"partnerMunicipalities":["GM0518","GM0518"],\
            "instalments":[{"due":"2010-04-01","amount":{"amount":"500.00","currency":"EUR"}},\
            {"due":"2010-10-01","amount":{"amount":"300.00","currency":"EUR"}}],"officer":"olga","source":"file 12\"\
            """);
        Grants.get(id)
                .then()
                .statusCode(200)
                .body("etag", equalTo("\"0\""))
                .body("number", equalTo("a/1"))
                .body("status", equalTo("GRANTED"))
                .body("amount.amount", equalTo("800.00"))
                .body("left.amount", equalTo("800.00"))
                .body("disbursed.amount", equalTo("0.00"))
                .body("year", equalTo(2010))
                .body("decidedBy", equalTo(Grants.DECIDER))
                .body("accountabilityDue", equalTo("2011-04-02"))
                .body("partnerMunicipalities", contains("GM0518"))
                .body("instalments.number", contains(1, 2))
                .body("instalments.amount.amount", contains("500.00", "300.00"))
                .body("decisions.kind", contains("GRANT"))
                .body("settledAmount", nullValue())
                .body("scheme", equalTo(Grants.scheme(programme, "SUBSIDY")))
                .body("budgetLineId", equalTo(Grants.root(programme)))
                .body("warnings", empty())
                .body("accountability", nullValue());
    }

    /** The recipient and an official read one version of it, and may do different things. */
    @Test
    void etagOfReadDependsOnAllowedActions() {
        var path = "/v1/awards/" + award(programme, "1", "SUBSIDY", "1.00", "");
        var etag = officer().get(path).header("ETag");
        officer().header("If-None-Match", etag).get(path).then().statusCode(304);
        Api.as(Role.ANALYST)
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(200)
                .body("allowedActions", empty())
                .header("ETag", not(etag));
    }

    @Test
    void rejectsAccountabilityDueOfDecentralisationGrant() {
        Grants.get(award(programme, "1", "DECENTRALISATION_GRANT", "1.00", ""))
                .then()
                .body("accountabilityDue", nullValue())
                .body(
                        "allowedActions",
                        contains("disbursements", "replacement", "withdrawal", "conditions", "documents", "update"));
        postAward(json(programme, "2", "DECENTRALISATION_GRANT", "1.00", ",\"accountabilityDue\":\"2011-01-01\""))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/accountabilityDue"));
    }

    @Test
    void requiresIdempotencyKey() {
        officer()
                .body(json(programme, "1", "SUBSIDY", "1.00", ""))
                .post("/v1/awards")
                .then()
                .statusCode(400)
                .body("violations.name", contains("Idempotency-Key"));
    }

    @Test
    void rejectsSecondAwardWithSameNumber() {
        var id = award(programme, "1", "SUBSIDY", "1.00", "");
        postAward(json(programme, "1", "SUBSIDY", "2.00", ""))
                .then()
                .statusCode(409)
                .body("existing", equalTo("/v1/awards/" + id));
        postAward(json(programme(), "1", "SUBSIDY", "1.00", "")).then().statusCode(201);
    }

    @Test
    void rejectsUnknownReferences() {
        unknown(postAward(json("NONE", "1", "SUBSIDY", "1.00", "")));
        unknown(postAward(json(programme, "1", "SUBSIDY", "1.00", "").replace(FORUM, "NOBODY")));
        unknown(postAward(json(programme, "1", "SUBSIDY", "1.00", ",\"scheme\":\"NONE\"")));
        unknown(postAward(json(programme, "1", "SUBSIDY", "1.00", ",\"projectId\":\"" + UUID.randomUUID() + "\"")));
        unknown(postAward(json(
                programme,
                "1",
                "SUBSIDY",
                "1.00",
                Grants.charged(UUID.randomUUID().toString()))));
        officer().get("/v1/awards?programme=" + programme).then().body("items", empty());
    }

    @Test
    void reportsUnknownReferencesWithOtherViolations() {
        var absent = postAward(nowhere(""));
        unknown(absent);
        absent.then().body("violations.pointer", contains("/organisationId", "/programme", "/scheme"));
        postAward(nowhere(",\"partnerMunicipalities\":[\"GM0052\"]"))
                .then()
                .statusCode(400)
                .body(
                        "violations.pointer",
                        contains("/organisationId", "/partnerMunicipalities/0", "/programme", "/scheme"));
    }

    private static String nowhere(String more) {
        return json("NONE", "1", "SUBSIDY", "1.00", ",\"scheme\":\"NONE\"" + more)
                .replace(FORUM, "NOBODY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.001||/amount/amount|TOO_MANY_DECIMALS",
                "0.00||/amount/amount|OUT_OF_RANGE",
                "-1.00||/amount/amount|OUT_OF_RANGE",
                "2.00|,'totalCost':{'amount':'1.99','currency':'EUR'}|/totalCost/amount|OUT_OF_RANGE",
                "2.00|,'instalments':[{'due':'2010-04-01','amount':{'amount':'1.99','currency':'EUR'}}]|/instalments"
                        + "|OUT_OF_RANGE",
                "2.00|,'instalments':[{'due':'2010-04-01','amount':{'amount':'0','currency':'EUR'}},"
                        + "{'due':'2010-04-01','amount':{'amount':'2','currency':'EUR'}}]"
                        + "|/instalments/0/amount/amount|OUT_OF_RANGE",
                "2.00|,'instalments':[{'amount':{'amount':'2','currency':'EUR'}}]|/instalments/0/due|REQUIRED",
                "2.00|,'partnerMunicipalities':['GM0988','GM0052']|/partnerMunicipalities/1|MUNICIPALITY_NOT_VALID",
                "2.00|,'partnerMunicipalities':['Weert']|/partnerMunicipalities/0|WRONG_FORMAT",
                "2.00|,'place':{'scope':'MUNICIPAL','municipalities':['GM9999']}|/place/municipalities/0"
                        + "|MUNICIPALITY_NOT_VALID",
                "2.00|,'fee':1|/fee|UNKNOWN_FIELD"
            })
    void rejectsInvalidFields(String amount, String more, String pointer, String code) {
        postAward(json(programme, "1", "SUBSIDY", amount, more == null ? "" : more.replace('\'', '"')))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations.code", contains(code));
    }

    @Test
    void rejectsOtherInstruments() {
        for (var instrument : List.of("PROCUREMENT", "PRIZE", "OWN_EXPENDITURE")) {
            postAward(json(programme, "1", instrument, "1.00", ""))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/fundingInstrument", "/scheme"))
                    .body("violations[0].parameters.allowed", contains("DECENTRALISATION_GRANT", "SUBSIDY"));
        }
    }

    @Test
    void rejectsDecisionDatedInFuture() {
        var tomorrow = LocalDate.now().plusDays(2).toString();
        postAward(json(programme, "1", "SUBSIDY", "1.00", "").replace("2010-03-01", tomorrow))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/decidedOn"));
    }

    @Test
    void rejectsShareOutsideBoundsOfScheme() {
        scheme("DU", "DECENTRALISATION_GRANT", "");
        var of = ",\"scheme\":\"DU-" + programme + "\",\"totalCost\":" + euro("1000.00");
        for (var outside : List.of("499.99", "800.01")) {
            postAward(json(programme, "1", "DECENTRALISATION_GRANT", outside, of))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/amount/amount"))
                    .body("violations.code", contains("OUT_OF_RANGE"))
                    .body("violations[0].parameters.minimum", equalTo(50.0f))
                    .body("violations[0].parameters.maximum", equalTo(80.0f));
        }
        award(programme, "2", "DECENTRALISATION_GRANT", "500.00", of);
        award(programme, "3", "DECENTRALISATION_GRANT", "800.00", of);
        award(programme, "4", "DECENTRALISATION_GRANT", "1000.00", of + ",\"purpose\":\"EXPLORATORY_STUDY\"");
        postAward(json(programme, "5", "DECENTRALISATION_GRANT", "500.00", of).replace("2010-03-01", "2006-12-31"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/purpose", "/year"));
        postAward(json(programme, "5", "DECENTRALISATION_GRANT", "500.00", ",\"scheme\":\"DU-" + programme + "\""))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/totalCost"));
        postAward(json(programme, "5", "SUBSIDY", "500.00", of))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/fundingInstrument"))
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].parameters.allowed", contains("DECENTRALISATION_GRANT"));
    }

    @Test
    void rejectsRecipientOfOtherKind() {
        scheme("M", "SUBSIDY", "", "\"MUNICIPALITY\"");
        var of = ",\"scheme\":\"M-" + programme + "\",\"totalCost\":" + euro("100.00");
        postAward(json(programme, "1", "SUBSIDY", "60.00", of))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/organisationId"))
                .body("violations.code", contains("NOT_ALLOWED"))
                .body("violations[0].parameters.allowed", contains("MUNICIPALITY"));
        postAward(json(programme, "1", "SUBSIDY", "60.00", of).replace(Grants.FORUM, Grants.WEERT))
                .then()
                .statusCode(201);
    }

    @Test
    void rejectsAwardAboveCeilingOfScheme() {
        scheme("C", "SUBSIDY", ",\"ceiling\":" + euro("100.00") + ",\"allocationOrder\":\"ORDER_OF_RECEIPT\"");
        var of = ",\"scheme\":\"C-" + programme + "\",\"totalCost\":" + euro("120.00");
        var first = award(programme, "1", "SUBSIDY", "70.00", of);
        postAward(json(programme, "2", "SUBSIDY", "60.00", of))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/budget-exceeded"))
                .body("left.amount", equalTo("30.00"));
        Grants.settle(first, "40.00", true).then().statusCode(200);
        award(programme, "2", "SUBSIDY", "60.00", of);
    }

    @Test
    void raisesAwardUpToCeilingOfScheme() {
        scheme("D", "SUBSIDY", ",\"ceiling\":" + euro("90.00") + ",\"allocationOrder\":\"ORDER_OF_RECEIPT\"");
        var of = ",\"scheme\":\"D-" + programme + "\",\"totalCost\":" + euro("120.00");
        var id = award(programme, "1", "SUBSIDY", "60.00", of);
        Grants.amend(id, ",\"amount\":" + euro("80.00")).then().statusCode(200);
        Grants.amend(id, ",\"amount\":" + euro("90.01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/budget-exceeded"))
                .body("left.amount", equalTo("10.00"));
        Grants.amend(id, ",\"amount\":" + euro("90.00")).then().statusCode(200);
    }

    @Test
    void changesDescriptionWithEtag() {
        var id = award(programme, "1", "SUBSIDY", "1.00", ",\"officer\":\"olga\"");
        var patch =
                officer().contentType("application/merge-patch+json").body("{\"title\":\"Other\",\"officer\":null}");
        patch.patch("/v1/awards/" + id).then().statusCode(428);
        officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"7\"")
                .body("{\"title\":\"Other\"}")
                .patch("/v1/awards/" + id)
                .then()
                .statusCode(412);
        officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"title\":\"Other\",\"officer\":null}")
                .patch("/v1/awards/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("title", equalTo("Other"))
                .body("officer", nullValue());
        officer()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"amount\":{\"amount\":\"5.00\"}}")
                .patch("/v1/awards/" + id)
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_FIELD"));
    }

    private void scheme(String code, String instrument, String more) {
        scheme(code, instrument, more, "\"MUNICIPALITY\",\"NON_PROFIT\"");
    }

    private void scheme(String code, String instrument, String more, String kinds) {
        Api.manager()
                .body("""
                    {"programme":"%s","code":"%s-%s","name":"n","fundingInstrument":"%s","source":"test",\
                    "applicantKinds":[%s],"bounds":[\
                    {"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01"},\
                    {"purpose":"EXPLORATORY_STUDY","minimumShare":0,"maximumShare":100,"validFrom":"2007-01-01"}]\
                    %s%s}\
                    """.formatted(
                        programme, code, programme, instrument, kinds, Grants.charged(Grants.root(programme)), more))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
    }
}
