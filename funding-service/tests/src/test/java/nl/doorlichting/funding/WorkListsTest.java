package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.euro;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import nl.doorlichting.funding.organisations.OrganisationKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an officer works through, and what a programme manager reads of it. */
@FundingServiceTest
class WorkListsTest {
    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = programme();
        Grants.organisations();
    }

    @Test
    void listsConditionsOfAllAwardsByStatus() {
        var first = Grants.award(programme, "1", "SUBSIDY", "1.00", "");
        var second = Grants.award(programme, "2", "SUBSIDY", "1.00", "");
        condition(first, "late", ",\"dueOn\":\"2010-06-01\"");
        condition(second, "earlier", ",\"dueOn\":\"2010-05-01\"");
        condition(second, "met", ",\"dueOn\":\"2010-05-01\",\"fulfilledOn\":\"2010-04-01\"");
        condition(second, "whenever", "");
        conditions("&status=BREACHED&sort=dueOn", "earlier", "late");
        conditions("&status=OPEN", "whenever");
        conditions("&status=FULFILLED", "met");
        conditions("&status=FULFILLED,OPEN&sort=dueOn", "met", "whenever");
        conditions("&fundingInstrument=SUBSIDY,PRIZE&status=OPEN", "whenever");
        manager()
                .get("/v1/conditions?programme=" + programme + "&status=OVERDUE")
                .then()
                .body("items", empty());
        Api.grantee("NOBODY")
                .get("/v1/conditions?programme=" + programme)
                .then()
                .body("items", empty());
    }

    private static void condition(String award, String text, String more) {
        officer()
                .body("{\"text\":\"" + text + "\",\"enforceable\":true" + more + "}")
                .post("/v1/awards/" + award + "/conditions")
                .then()
                .statusCode(201);
    }

    private void conditions(String filter, String... texts) {
        manager()
                .get("/v1/conditions?programme=" + programme + filter)
                .then()
                .statusCode(200)
                .body("items.text", contains(texts));
    }

    @Test
    void listsClaimsOfAllAwardsAndTheirDeadlines() {
        var organisation = Api.organisation(OrganisationKind.NON_PROFIT);
        var award = Grants.postAward(Grants.json(programme, "1", "SUBSIDY", "100.00", "")
                        .replace("\"FORUM\"", "\"" + organisation + "\""))
                .<String>path("id");
        Grants.paid(award, "80.00");
        Grants.settle(award, "0.00", true).then().statusCode(200);
        var due = LocalDate.now().plusDays(5).toString();
        var claim = Grants.officer("d")
                .body("{\"amount\":%s,\"reasons\":\"r\",\"dueOn\":\"%s\"}".formatted(euro("30.00"), due))
                .post("/v1/awards/" + award + "/reclaims")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var other = Grants.reclaim(award, "50.00").<String>path("id");
        var list = "/v1/reclaims?organisationId=" + organisation;
        manager()
                .get(list + "&outstanding=true&sort=dueOn")
                .then()
                .statusCode(200)
                .body("items.id", contains(claim, other));
        manager()
                .get(list + ",FORUM&awardId=" + award + "," + other + "&sort=dueOn")
                .then()
                .statusCode(200)
                .body("items.id", contains(claim, other));
        deadlines(organisation).body("items.kind", hasItem("RECLAIM")).body("items.subjectId", hasItem(claim));
        Grants.receipt(award, claim, "30.00", "").then().statusCode(200);
        manager().get(list + "&outstanding=true").then().body("items.id", contains(other));
        manager().get(list + "&outstanding=false").then().body("items.id", contains(claim));
        deadlines(organisation).body("items.subjectId", not(hasItem(claim)));
    }

    private static ValidatableResponse deadlines(String organisation) {
        return manager()
                .get("/v1/deadlines?organisationId=" + organisation)
                .then()
                .statusCode(200);
    }

    @Test
    void sortsPaymentsByAmountAndDay() {
        var award = Grants.award(programme, "1", "SUBSIDY", "100.00", "");
        var small = Grants.payment(award, "10.00");
        var large = Grants.payment(award, "30.00");
        var list = "/v1/disbursements?programme=" + programme + "&sort=";
        officer().get(list + "-amount").then().body("items.id", contains(large, small));
        officer().get(list + "amount").then().body("items.id", contains(small, large));
        for (var key : new String[] {"dueOn", "organisationId"}) {
            officer().get(list + key).then().statusCode(200).body("total.value", equalTo(2));
        }
    }

    @Test
    void findsAwardByMunicipalityOfItsOrganisation() {
        officer()
                .body("""
                        {"number":"ROERMOND-%s","name":"Roermond","kind":"MUNICIPALITY","municipality":"GM0957"}""".formatted(programme))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        var award = Grants.postAward(Grants.json(programme, "1", "DECENTRALISATION_GRANT", "1.00", "")
                        .replace("\"GM0988\"", "\"ROERMOND-" + programme + "\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        manager()
                .get("/v1/awards?programme=" + programme + "&municipality=GM0957")
                .then()
                .body("items.id", contains(award));
    }
}
