package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.anonymous;
import static nl.doorlichting.funding.Api.grantee;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.ApplicationRequests.money;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public reads what organisations can apply for, and applicants read schemes and programmes. */
@FundingServiceTest
class OpportunitiesTest {
    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = programme();
    }

    @Test
    void showsSchemeWithoutToken() {
        Grants.organisations();
        scheme("FULL", """
                ,"description":"For prevention","descriptionDutch":"Voor preventie",\
                "applyUrl":"https://www.example.nl/aanvragen","openFrom":"2008-01-01","openUntil":"2199-01-01",\
                "allocationOrder":"ORDER_OF_RECEIPT",%s,"conditions":[{"text":"Evaluate","enforceable":true}],\
                "bounds":[{"purpose":"PROJECT","minimumShare":50,"maximumShare":80,"validFrom":"2007-01-01",\
                "validUntil":"2011-01-01"},{"purpose":"PROJECT","minimumShare":60,"maximumShare":70,\
                "validFrom":"2011-01-01"}]""".formatted(money("ceiling", "10000.00")));
        Grants.award(
                programme,
                "A-1",
                "SUBSIDY",
                "2500.01",
                Grants.under(code("FULL")) + ",\"purpose\":\"PROJECT\"," + money("totalCost", "4000.00"));
        anonymous()
                .get("/v1/opportunities/" + code("FULL"))
                .then()
                .statusCode(200)
                .body("programme", equalTo(programme))
                .body("description", equalTo("For prevention"))
                .body("descriptionDutch", equalTo("Voor preventie"))
                .body("status", equalTo("OPEN"))
                .body("openFrom", equalTo("2008-01-01"))
                .body("openUntil", equalTo("2199-01-01"))
                .body("applicantKinds", contains("NON_PROFIT"))
                .body("bounds.minimumShare", contains(60.0f))
                .body("ceiling.amount", equalTo("10000.00"))
                .body("left.amount", equalTo("7000.00"))
                .body("allocationOrder", equalTo("ORDER_OF_RECEIPT"))
                .body("conditions.text", contains("Evaluate"))
                .body("applyUrl", equalTo("https://www.example.nl/aanvragen"));
    }

    /** The difference of two readings is nothing or so many tenths of the ceiling, never the amount of an award. */
    @Test
    void whatIsLeftHidesSingleAwards() {
        Grants.organisations();
        scheme("STEPS", ",\"allocationOrder\":\"ORDER_OF_RECEIPT\"," + money("ceiling", "5000.05"));
        var under = Grants.under(code("STEPS"));
        left("STEPS", "5000.05");
        Grants.award(programme, "L-1", "SUBSIDY", "0.01", under);
        left("STEPS", "4500.04");
        Grants.award(programme, "L-2", "SUBSIDY", "499.99", under);
        left("STEPS", "4500.04");
        Grants.award(programme, "L-3", "SUBSIDY", "0.01", under);
        left("STEPS", "4000.04");
        Grants.award(programme, "L-4", "SUBSIDY", "4500.00", under);
        left("STEPS", "0.00");
    }

    private void left(String scheme, String amount) {
        anonymous().get("/v1/opportunities/" + code(scheme)).then().body("left.amount", equalTo(amount));
    }

    @Test
    void rejectsSchemeThatIsNeverOpen() {
        var json = """
                {"programme":"%s","code":"N-%s","name":"n","fundingInstrument":"SUBSIDY",\
                "applicantKinds":["NON_PROFIT"],"source":"test"%%s}""".formatted(programme, programme);
        for (var days : new String[][] {
            {"openUntil", ",\"openUntil\":\"2007-01-01\""},
            {"openFrom", ",\"openFrom\":\"2199-01-01\",\"openUntil\":\"2199-02-01\""}
        }) {
            manager()
                    .body(json.formatted(days[1]))
                    .post("/v1/schemes")
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/" + days[0]))
                    .body("violations.code", contains("OUT_OF_RANGE"));
        }
        var open = ",\"openFrom\":\"2006-10-01\",\"openUntil\":\"2007-01-01\"";
        var stored = manager().body(json.formatted(open)).post("/v1/schemes");
        stored.then().statusCode(201);
        Api.changing(manager(), stored.header("ETag"))
                .body("{\"openFrom\":null}")
                .patch(stored.header("Location"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/openUntil"));
    }

    @Test
    void listsByStatusOfToday() {
        scheme("A-OPEN", "");
        scheme("B-SOON", ",\"openFrom\":\"2198-12-31\"");
        scheme("C-CLOSED", ",\"openUntil\":\"2009-01-01\"");
        list("").body("items.status", contains("OPEN", "SOON", "CLOSED")).body("items[0].left", nullValue());
        list("&status=OPEN").body("items.code", contains(code("A-OPEN")));
        list("&status=SOON").body("items.code", contains(code("B-SOON")));
        list("&status=CLOSED").body("items.code", contains(code("C-CLOSED")));
        list("&status=CLOSED,OPEN").body("items.code", contains(code("A-OPEN"), code("C-CLOSED")));
        list("&status=CLOSED&applicantKind=MUNICIPALITY").body("items", empty());
        list("&status=CLOSED&applicantKind=NON_PROFIT").body("items.code", contains(code("C-CLOSED")));
    }

    @Test
    void schemeClosesWithItsProgramme() {
        scheme("A-STAYS", "");
        scheme("B-LATER", ",\"openUntil\":\"2198-01-01\"");
        scheme("C-LONGER", ",\"openUntil\":\"2199-02-01\"");
        scheme("D-SOON", ",\"openFrom\":\"2198-01-01\"");
        list("").body("items.status", contains("OPEN", "OPEN", "OPEN", "SOON"))
                .body("items.openUntil", contains("2199-01-01", "2198-01-01", "2199-01-01", "2199-01-01"));
        var path = "/v1/programmes/"
                + manager().get("/v1/programmes?code=" + programme).<String>path("items[0].id");
        Api.changing(manager(), manager().get(path).header("ETag"))
                .body("{\"period\":{\"from\":\"2007-01-01\",\"until\":\"2012-01-01\"}}")
                .patch(path)
                .then()
                .statusCode(200);
        list("&status=OPEN").body("items", empty());
        list("&status=SOON").body("items", empty());
        list("&status=CLOSED")
                .body("items.status", everyItem(equalTo("CLOSED")))
                .body("items.openUntil", contains("2012-01-01", "2012-01-01", "2012-01-01", "2012-01-01"));
        var applicant = Api.organisation(OrganisationKind.NON_PROFIT);
        var draft = ApplicationRequests.draft(applicant, ApplicationRequests.whole(code("A-STAYS")));
        ApplicationRequests.submit(applicant, draft)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/scheme"))
                .body("violations.detail", contains(containsString("closed")))
                .body("violations[0].parameters.openUntil", equalTo("2012-01-01"));
        manager().get("/v1/schemes?code=" + code("A-STAYS")).then().body("items[0].openUntil", nullValue());
    }

    private ValidatableResponse list(String filter) {
        return anonymous()
                .get("/v1/opportunities?programme=" + programme + filter)
                .then()
                .statusCode(200);
    }

    @Test
    void unknownOpportunityIsNotFound() {
        anonymous().get("/v1/opportunities/NONE").then().statusCode(404);
    }

    @Test
    void findsOpportunityByCodeInCapitalsOrNot() {
        scheme("Mixed", "");
        anonymous()
                .get("/v1/opportunities/" + code("mIXED").toLowerCase(Locale.ROOT))
                .then()
                .statusCode(200)
                .body("code", equalTo(code("Mixed")));
    }

    @Test
    void namesOnlyProgrammesWithSchemeToPublic() {
        scheme("ANY", "");
        var bare = programme();
        for (var unknown : List.of("NONE", bare)) {
            anonymous()
                    .get("/v1/opportunities?programme=" + unknown)
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("programme"))
                    // None where tests have recorded too many to list.
                    .body(
                            "violations[0].parameters.allowed",
                            anyOf(nullValue(), allOf(hasItem(programme), not(hasItem(bare)))));
        }
        manager()
                .get("/v1/schemes?programme=NONE")
                .then()
                .statusCode(400)
                .body("violations[0].parameters.allowed", Api.allowsProgrammes(programme, bare));
    }

    @ParameterizedTest
    @CsvSource({"/v1/schemes, items.code", "/v1/programmes, items.code"})
    void granteeReads(String path, String codes) {
        scheme("READ", "");
        var expected = path.endsWith("schemes") ? code("READ") : programme;
        grantee("ANY")
                .get(path + "?code=" + expected)
                .then()
                .statusCode(200)
                .body(codes, contains(expected))
                .body("items.allowedActions", contains(empty()));
    }

    @Test
    void rejectsLinkToApplyWithoutHttps() {
        manager()
                .body(json("LINK", ",\"applyUrl\":\"http://example.nl\""))
                .post("/v1/schemes")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/applyUrl"))
                .body("violations.code", contains("WRONG_FORMAT"));
    }

    private String code(String name) {
        return name + "-" + programme;
    }

    private void scheme(String name, String more) {
        manager().body(json(name, more)).post("/v1/schemes").then().statusCode(201);
    }

    private String json(String name, String more) {
        return """
                {"programme":"%s","code":"%s","name":"n","fundingInstrument":"SUBSIDY",\
                "applicantKinds":["NON_PROFIT"],"source":"test"%s%s}""".formatted(programme, code(name), Grants.charged(Grants.root(programme)), more);
    }
}
