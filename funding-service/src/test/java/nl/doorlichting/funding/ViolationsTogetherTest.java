package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static org.hamcrest.Matchers.contains;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with the form of a request comes together with the rules that it breaks. */
@FundingServiceTest
class ViolationsTogetherTest {
    private static final String BEFORE = "\"2000-01-01\"";

    private String programme;
    private String award;

    @BeforeEach
    void award() {
        Grants.organisations();
        programme = Api.programme();
        award = Grants.subsidy(programme, "1", "100.00", null);
    }

    @Test
    void ofPayments() {
        refused(of("disbursements", "{\"dueOn\":" + BEFORE + ",\"year\":2000}"), "/amount", "/dueOn", "/year");
    }

    @Test
    void ofDecisionsAboutAwards() {
        var day = "{\"decidedOn\":" + BEFORE + "}";
        refused(of("settlement", day), "/amount", "/decidedOn", "/reasons");
        refused(of("revocation", day), "/decidedOn", "/ground", "/reasons");
        refused(of("accountability", "{\"handedInOn\":" + BEFORE + "}"), "/handedInOn", "/report", "/spent");
        award = Grants.award(programme, "2", "DECENTRALISATION_GRANT", "1.00", "");
        refused(of("withdrawal", day), "/decidedOn", "/reasons");
        refused(of("succession", day), "/decidedOn", "/organisationId", "/reasons");
    }

    @Test
    void ofClaimsAndReceipts() {
        Grants.paid(award, "80.00");
        Grants.settle(award, "20.00", true).then().statusCode(200);
        refused(of("reclaims", "{\"dueOn\":" + BEFORE + "}"), "/amount", "/dueOn", "/reasons");
        var claim =
                Grants.reclaim(award, "60.00").then().statusCode(201).extract().<String>path("id");
        var unknown = "\"" + UUID.randomUUID() + "\"";
        refused(
                of(
                        "reclaims/" + claim + "/receipts",
                        "{\"receivedOn\":" + BEFORE + ",\"correctionId\":" + unknown + "}"),
                "/amount",
                "/correctionId",
                "/receivedOn");
        refused(
                of("reclaims/" + claim + "/receipt-corrections", "{\"receiptId\":" + unknown + "}"),
                "/amount",
                "/reason",
                "/receiptId");
    }

    @Test
    void ofCompletionRequests() {
        var scheme = ApplicationRequests.scheme(programme, "");
        var id = ApplicationRequests.submitted(Grants.WEERT, scheme);
        refused(
                ApplicationRequests.step(id, "completion-request", "{\"deadline\":" + BEFORE + "}"),
                "/deadline",
                "/missing");
    }

    @Test
    void ofTalliesLinesAndSchemes() {
        refused(
                officer().body("{\"programme\":\"NONE\"}").post("/v1/award-tallies"),
                "/count",
                "/fundingInstrument",
                "/period",
                "/programme",
                "/source");
        refused(manager().body("{\"programme\":\"NONE\"}").post("/v1/budget-lines"), "/code", "/name", "/programme");
        refused(
                manager().body("""
                                {"programme":"%s","code":"c","name":"n","fundingInstrument":"SUBSIDY","bounds":[null,\
                                {"purpose":"PROJECT","minimumShare":0.5,"maximumShare":0.8,"validFrom":"2007-01-01"}],\
                                "applicantKinds":["NON_PROFIT"],"budgetLineId":"%s"}""".formatted(programme, UUID.randomUUID())).post("/v1/schemes"),
                "/bounds/0",
                "/bounds/1/maximumShare",
                "/bounds/1/minimumShare",
                "/budgetLineId",
                "/source");
    }

    @Test
    void ofChanges() {
        var unknown = "\"" + UUID.randomUUID() + "\"";
        var path = "/v1/awards/" + award;
        refused(
                changed(path, "{\"title\":null,\"projectId\":" + unknown + ",\"includedIn\":" + unknown + "}"),
                "/includedIn",
                "/projectId",
                "/title");
        var condition = officer()
                .body("{\"text\":\"Evaluate\",\"enforceable\":true}")
                .post(path + "/conditions")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        refused(changed(condition, "{\"text\":null,\"dueOn\":" + BEFORE + "}"), "/dueOn", "/text");
        Grants.paid(award, "80.00");
        Grants.settle(award, "20.00", true).then().statusCode(200);
        var claim =
                Grants.reclaim(award, "60.00").then().statusCode(201).extract().header("Location");
        refused(changed(claim, "{\"reasons\":null,\"dueOn\":" + BEFORE + "}"), "/dueOn", "/reasons");
    }

    @Test
    void ofChangesOfSchemes() {
        var scheme = manager().get("/v1/schemes?code=" + Grants.scheme(programme, "SUBSIDY"));
        var path = "/v1/schemes/" + scheme.path("items[0].id");
        refused(
                Api.changing(manager(), scheme.path("items[0].etag"))
                        .body("""
                                {"name":null,"code":"other","bounds":[{"purpose":"PROJECT","minimumShare":0.5,\
                                "maximumShare":80,"validFrom":"2007-01-01"}],"budgetLineId":"%s"}""".formatted(UUID.randomUUID()))
                        .patch(path),
                "/bounds/0/minimumShare",
                "/budgetLineId",
                "/code",
                "/name");
    }

    private static Response changed(String path, String json) {
        return Api.changing(Grants.officer(Grants.DECIDER), officer().get(path).header("ETag"))
                .body(json)
                .patch(path);
    }

    private Response of(String step, String json) {
        return Grants.keyed(Grants.officer(Grants.DECIDER)).body(json).post("/v1/awards/" + award + "/" + step);
    }

    private static void refused(Response response, String... pointers) {
        response.then().statusCode(400).body("violations.pointer.sort()", contains(pointers));
    }
}
