package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.Response;
import java.util.UUID;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        refused(of("disbursements", "{\"dueOn\":" + BEFORE + ",\"year\":1500}"), "/amount", "/dueOn", "/year");
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
    void ofRequestsWithoutKey() {
        var plan = ",\"instalments\":[{\"due\":\"2010-04-01\",\"amount\":" + Grants.euro("1.00") + "}]";
        award = Grants.award(programme, "3", "SUBSIDY", "1.00", plan);
        for (var body : new String[] {"{\"instalment\":7", "{\"dueOn\":" + BEFORE + ",\"instalment\":7"}) {
            var missing = unkeyed("disbursements", body + "}");
            missing.then()
                    .statusCode(400)
                    .body("violations.name", hasItem("Idempotency-Key"))
                    .body("violations.pointer", hasItems("/amount", "/instalment"));
            unkeyed("disbursements", body + ",\"amount\":" + Grants.euro("1.00") + "}")
                    .then()
                    .statusCode(400)
                    .body("violations.name", hasItem("Idempotency-Key"))
                    .body("violations.pointer", hasItem("/instalment"));
        }
        unkeyed("disbursements", "{\"instalment\":1,\"amount\":" + Grants.euro("0.99") + "}")
                .then()
                .statusCode(400)
                .body("violations.name", hasItem("Idempotency-Key"))
                .body("violations.pointer", hasItem("/amount/amount"));
        Grants.paid(award, "1.00");
        Grants.settle(award, "0.00", true).then().statusCode(200);
        var claim =
                Grants.reclaim(award, "1.00").then().statusCode(201).extract().<String>path("id");
        unkeyed(
                        "reclaims/" + claim + "/receipts",
                        "{\"amount\":" + Grants.euro("1.00") + ",\"correctionId\":\"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(400)
                .body("violations.name", hasItem("Idempotency-Key"))
                .body("violations.pointer", hasItem("/correctionId"));
    }

    private Response unkeyed(String step, String json) {
        return Grants.officer(Grants.DECIDER).body(json).post("/v1/awards/" + award + "/" + step);
    }

    @Test
    void ofRefusedDecisions() {
        var id = ApplicationRequests.assessed(Grants.WEERT, ApplicationRequests.scheme(programme, ""));
        refused(
                ApplicationRequests.step(
                        id,
                        "decision",
                        "{\"outcome\":\"REFUSED\",\"reasons\":\"r\",\"newProject\":{\"code\":\"x\"},\"projectId\":\""
                                + UUID.randomUUID() + "\"}"),
                "/newProject",
                "/projectId");
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

    /** A blank one states nothing: it is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"award-tallies", "awards", "budget-entries", "prizes", "procurements"})
    void ofEmptyNote(String kind) {
        Api.as(Role.GRANT_OFFICER, Role.PROGRAMME_MANAGER)
                .body("{\"note\":\" \"}")
                .post("/v1/" + kind)
                .then()
                .statusCode(400)
                .body("violations.findAll { it.pointer == '/note' }.code", contains("REQUIRED"));
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
        refused(
                Api.changing(manager(), scheme.path("items[0].etag"))
                        .body("{\"name\":null,\"allocationOrder\":\"RANKING\",\"ceiling\":" + Grants.euro("0.50") + "}")
                        .patch(path),
                "/ceiling/amount",
                "/name");
    }

    /** Mistakes of form, codes that there are none of, and names of records that there are none of. */
    @Test
    void ofRegisters() {
        var unknown = "\"" + UUID.randomUUID() + "\"";
        var nowhere = "\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM9999\"]}";
        refused(
                officer()
                        .body(
                                "{\"programme\":\"NONE\",\"name\":7,\"track\":\"LOKAAL\",\"organisationId\":\"NOBODY\",\"parentId\":"
                                        + unknown + ",\"partnerMunicipalities\":[\"GM9998\",\"x\"]," + nowhere + "}")
                        .post("/v1/projects"),
                "/code",
                "/name",
                "/organisationId",
                "/parentId",
                "/partnerMunicipalities/0",
                "/partnerMunicipalities/1",
                "/place/municipalities/0",
                "/programme",
                "/source",
                "/track");
        // A name that no record can have is refused once.
        refused(
                officer()
                        .body("{\"programme\":\"" + "x".repeat(41)
                                + "\",\"code\":\"c\",\"name\":\"n\",\"source\":\"s\"}")
                        .post("/v1/projects"),
                "/programme");
        refused(
                officer()
                        .body(
                                "{\"kind\":\"CLUB\",\"name\":7,\"municipality\":\"GM9999\",\"parent\":\"NOBODY\",\"successor\":\"NONE\"}")
                        .post("/v1/organisations"),
                "/kind",
                "/municipality",
                "/name",
                "/number",
                "/parent",
                "/successor");
        for (var kind : new String[] {"prizes", "procurements"}) {
            refused(
                    officer()
                            .body("{\"programme\":\"" + programme
                                    + "\",\"year\":3000,\"amount\":7,\"organisationId\":\"NOBODY\",\"projectId\":"
                                    + unknown
                                    + "}")
                            .post("/v1/" + kind),
                    "/amount",
                    kind.equals("prizes") ? "/name" : "/organisationId",
                    kind.equals("prizes") ? "/organisationId" : "/projectId",
                    kind.equals("prizes") ? "/projectId" : "/source",
                    kind.equals("prizes") ? "/source" : "/tender",
                    "/year");
        }
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
