package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.as;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each project was promised and paid comes to its entries in the ledger, with all corrections of these. */
@FundingServiceTest
class ProjectMoneyTest {
    private static final String MONEY = "/v1/budget-statistics/projects?programme=";

    private String programme;
    private String project;

    @BeforeEach
    void project() {
        programme = programme();
        Grants.organisations();
        project = project("P1", ",\"track\":\"LOCAL\",\"interventionTypes\":[\"AWARENESS\",\"NETWORK_BUILDING\"]");
    }

    @Test
    void sumsWhatIsBookedOfAwardsOfEachProject() {
        project("P2", "");
        var award = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project) + costs("900.00"));
        Grants.award(programme, "2", "SUBSIDY", "70.00", "");
        Grants.paid(award, "250.00");
        Grants.payment(award, "10.00");

        money("")
                .body("period.from", equalTo("2007-01-01"))
                .body("projects.code", contains("P1", "P2"))
                .body("projects[0].track", equalTo("LOCAL"))
                .body("projects[0].interventionTypes", contains("AWARENESS", "NETWORK_BUILDING"))
                .body("projects[0].fundingInstrument", equalTo("SUBSIDY"))
                .body("projects[0].committed.amount", equalTo("600.00"))
                .body("projects[0].disbursed.amount", equalTo("250.00"))
                .body("projects[0].wholeCost.amount", equalTo("900.00"))
                .body("projects[1].fundingInstrument", nullValue())
                .body("projects[1].interventionTypes", empty())
                .body("projects[1].disbursed", nullValue())
                .body("projects[1].wholeCost", nullValue());
        assertEquals("250.00", paidByEntries());
    }

    @Test
    void takesOffWhatCameBackAndWhatWasCorrectedByHand() {
        var award = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        Grants.paid(award, "250.00");
        Grants.settle(award, "200.00", true).then().statusCode(200);
        var claim = Grants.reclaim(award, "50.00").<String>path("id");
        Grants.receipt(award, claim, "30.00", "").then().statusCode(200);
        money("").body("projects[0].disbursed.amount", equalTo("220.00"));

        var entry = manager()
                .get("/v1/budget-entries?kind=DISBURSEMENT&projectId=" + project)
                .<String>path("items.find { it.corrects == null }.id");
        var correction = Api.book(Entry.disbursed(programme, Grants.root(programme), 2010, "-20.00")
                .correcting(entry));
        Api.book(
                Entry.disbursed(programme, Grants.root(programme), 2010, "5.00").correcting(correction));

        money("").body("projects[0].disbursed.amount", equalTo("205.00"));
        assertEquals("205.00", paidByEntries());
    }

    @Test
    void statesWholeCostOnlyWhereAwardsAgree() {
        var first = Grants.award(programme, "1", "SUBSIDY", "100.00", of(project) + costs("900.00"));
        Grants.award(programme, "2", "DECENTRALISATION_GRANT", "100.00", of(project) + costs("900.00"));
        money("")
                .body("projects[0].wholeCost.amount", equalTo("900.00"))
                .body("projects[0].fundingInstrument", nullValue());

        var before = Instant.now();
        Grants.amend(first, ",\"amount\":" + Grants.euro("110.00") + ",\"totalCost\":" + Grants.euro("950.00"))
                .then()
                .statusCode(200);
        money("").body("projects[0].wholeCost", nullValue());
        money("&asOf=" + before).body("projects[0].wholeCost", nullValue());
        Grants.revoke(first).then().statusCode(200);
        money("")
                .body("projects[0].wholeCost.amount", equalTo("900.00"))
                .body("projects[0].fundingInstrument", equalTo("DECENTRALISATION_GRANT"));
    }

    @Test
    void countsWhatWasBookedByMomentAskedFor() {
        var award = Grants.award(programme, "1", "SUBSIDY", "600.00", of(project));
        Grants.paid(award, "250.00");
        var then = Instant.now();
        Grants.paid(award, "50.00");

        money("&asOf=" + then).body("projects[0].disbursed.amount", equalTo("250.00"));
        money("").body("projects[0].disbursed.amount", equalTo("300.00"));
        money("&asOf=2010-01-01T00:00:00Z").body("projects", empty());
    }

    @Test
    void withholdsAmountsFromCallerWhoMayNotReadBudget() {
        Grants.paid(Grants.award(programme, "1", "SUBSIDY", "600.00", of(project) + costs("900.00")), "250.00");

        as(Role.REVIEWER)
                .get(MONEY + programme)
                .then()
                .statusCode(200)
                .body("projects.code", contains("P1"))
                .body("projects.committed", everyItem(nullValue()))
                .body("projects.disbursed", everyItem(nullValue()))
                .body("projects.wholeCost", everyItem(nullValue()));
        as(Role.GRANT_OFFICER).get(MONEY + programme).then().statusCode(403);
    }

    @Test
    void isRefusedWithoutProgramme() {
        as(Role.ANALYST).get("/v1/budget-statistics/projects").then().statusCode(400);
        manager()
                .get("/v1/budget-entries?projectId=01938f5a-0000-7000-8000-00000000dead")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private ValidatableResponse money(String more) {
        return as(Role.ANALYST).get(MONEY + programme + more).then().statusCode(200);
    }

    private String paidByEntries() {
        return manager()
                .get("/v1/budget-entries?status=BOOKED&kind=DISBURSEMENT&projectId=" + project)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("items.amount.amount")
                .stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static String of(String project) {
        return ",\"projectId\":\"" + project + "\"";
    }

    private static String costs(String amount) {
        return ",\"totalCost\":" + Grants.euro(amount);
    }

    private String project(String code, String more) {
        return officer()
                .body("{\"programme\":\"%s\",\"code\":\"%s\",\"name\":\"A project\",\"source\":\"s\"%s}"
                        .formatted(programme, code, more))
                .post("/v1/projects")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
