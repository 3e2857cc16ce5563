package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Refusals.invalid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decentralisation grant goes to the successor of a municipality that was merged. */
@FundingServiceTest
class AwardSuccessionTest {
    // Leerdam, which became a part of Vijfheerenlanden in 2019.
    private static final String ENDED = "GM0545";
    private static final String SUCCESSOR = "GM1961";

    private String programme;
    private String ended;
    private String successor;

    @BeforeEach
    void municipalities() {
        programme = Api.programme();
        ended = municipality("ENDED", ENDED);
        successor = municipality("SUCCESSOR", SUCCESSOR);
    }

    @Test
    void grantGoesToSuccessorWithWhatBelongsToIt() {
        ended = municipality("LATER-ENDED", "GM0988");
        var award = grant("100.00");
        officer()
                .body("{\"text\":\"Evaluate\",\"enforceable\":false}")
                .post("/v1/awards/" + award + "/conditions")
                .then()
                .statusCode(201);
        var paid = Grants.paid(award, "40.00");
        var waiting = Grants.payment(award, "10.00");
        merge();
        var before = figures();
        Grants.get(award).then().body("allowedActions", hasItem("succession"));
        move(award, successor)
                .then()
                .statusCode(200)
                .body("organisationId", equalTo(successor))
                .body("status", equalTo("GRANTED"))
                .body("disbursed.amount", equalTo("40.00"))
                .body("decisions.kind", contains("GRANT", "SUCCESSION"))
                .body("decisions[1].movedFrom", equalTo(ended))
                .body("decisions[1].reasons", equalTo("merged"))
                .body("allowedActions", not(hasItem("succession")));
        assertEquals(before, figures());
        Api.grantee(successor).get("/v1/awards/" + award).then().statusCode(200);
        Api.grantee(successor)
                .get("/v1/awards/" + award + "/conditions")
                .then()
                .body("items.text", contains("Evaluate"));
        Api.grantee(ended).get("/v1/awards/" + award).then().statusCode(404);
        officer().get("/v1/disbursements/" + paid).then().body("organisationId", equalTo(ended));
        officer().get("/v1/disbursements/" + waiting).then().body("organisationId", equalTo(successor));
        manager()
                .get("/v1/awards?programme=" + programme + "&municipality=" + SUCCESSOR)
                .then()
                .body("items.id", contains(award));
        Grants.release(waiting).then().statusCode(200);
        Grants.paid(award, "50.00");
        Grants.get(award).then().body("status", equalTo("PAID")).body("allowedActions", not(hasItem("succession")));
        invalid(move(award, successor), "took the place of " + successor);
    }

    @Test
    void paidGrantGoesToSuccessorToo() {
        ended = municipality("LATER-ENDED", "GM0988");
        var award = grant("100.00");
        Grants.paid(award, "100.00");
        merge();
        Grants.get(award).then().body("allowedActions", hasItem("succession"));
        move(award, successor).then().statusCode(200).body("status", equalTo("PAID"));
    }

    @Test
    void grantIsPaidOnlyAfterItWentToSuccessor() {
        var refused = Grants.postAward(Grants.json(programme, "G-1", "DECENTRALISATION_GRANT", "10.00", "")
                .replace("\"" + Grants.WEERT + "\"", "\"" + ended + "\""));
        refused.then()
                .statusCode(201)
                .body("allowedActions", hasItem("succession"))
                .body("allowedActions", not(hasItem("disbursements")));
        var award = refused.<String>path("id");
        Grants.disburse(award, "1.00")
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("detail", containsString(ended));
        move(award, successor).then().statusCode(200);
        Grants.get(award).then().body("allowedActions", hasItem("disbursements"));
        Grants.paid(award, "1.00");
    }

    @Test
    void paymentThatWaitsIsReleasedOnlyAfterSuccession() {
        ended = municipality("LATER-ENDED", "GM0988");
        var award = grant("10.00");
        var waiting = Grants.payment(award, "10.00");
        merge();
        invalid(Grants.release(waiting), ended);
        move(award, successor).then().statusCode(200);
        Grants.release(waiting).then().statusCode(200);
    }

    @Test
    void nothingIsDecidedOrPaidToOrganisationThatIsGone() {
        Grants.organisations();
        ended = municipality("LATER-ENDED", "GM0988");
        var plan = ",\"instalments\":[{\"due\":\"2010-04-01\",\"amount\":" + Grants.euro("100.00") + "}]";
        var grant = made("G-1", "DECENTRALISATION_GRANT", plan, Grants.WEERT);
        var subsidy = made("S-1", "SUBSIDY", plan, Grants.FORUM);
        var half = made("S-2", "SUBSIDY", "", Grants.FORUM);
        var waiting = Grants.payment(half, "10.00");
        merge();
        var moved = ",\"instalments\":[{\"due\":\"2010-06-01\",\"amount\":" + Grants.euro("100.00") + "}]";
        notThere(Grants.amend(subsidy, moved));
        notThere(Grants.officer(Grants.DECIDER)
                .body("{\"reasons\":\"r\"" + moved + "}")
                .post("/v1/awards/" + grant + "/replacement"));
        for (var award : new String[] {grant, subsidy}) {
            Grants.get(award).then().body("allowedActions", not(hasItem("disbursements")));
            invalid(Grants.disburse(award, "100.00", ",\"instalment\":1"), ended);
        }
        manager()
                .get("/v1/awards?programme=" + programme)
                .then()
                .body("items.allowedActions.flatten()", not(hasItem("disbursements")));
        Grants.controller(Grants.RELEASER)
                .get("/v1/disbursements/" + waiting)
                .then()
                .body("allowedActions", contains("cancellation"));
        Grants.controller(Grants.RELEASER)
                .get("/v1/disbursements?programme=" + programme)
                .then()
                .body("items[0].allowedActions", contains("cancellation"));
        invalid(Grants.release(waiting), ended);
        Grants.amend(subsidy, moved + ",\"decidedOn\":\"2018-12-31\"").then().statusCode(200);
    }

    private String made(String number, String instrument, String more, String receiver) {
        return Grants.postAward(Grants.json(programme, number, instrument, "100.00", more)
                        .replace("\"" + receiver + "\"", "\"" + ended + "\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void notThere(Response response) {
        response.then()
                .statusCode(400)
                .body("violations.pointer", contains("/organisationId"))
                .body("violations.code", contains("ORGANISATION_NOT_VALID"));
    }

    private void merge() {
        var path = "/v1/organisations/" + ended;
        Api.changing(officer(), officer().get(path).header("ETag"))
                .body("{\"validUntil\":\"2019-01-01\",\"successor\":\"" + successor + "\"}")
                .patch(path)
                .then()
                .statusCode(200);
    }

    @Test
    void rejectsOtherOrganisationThanSuccessor() {
        Grants.organisations();
        var award = grant("100.00");
        for (var other : new String[] {Grants.WEERT, "NONE", ended}) {
            move(award, other)
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/organisationId"))
                    .body("violations.code", contains("NOT_ALLOWED"))
                    .body("violations[0].parameters.allowed", hasItem(successor));
        }
        Grants.get(award).then().body("organisationId", equalTo(ended));
    }

    @Test
    void rejectsGrantOfMunicipalityThatIsThere() {
        Grants.organisations();
        var award = Grants.award(programme, "1", "DECENTRALISATION_GRANT", "10.00", "");
        Grants.get(award).then().body("allowedActions", not(hasItem("succession")));
        invalid(move(award, successor), "took the place of GM0988");
        invalid(move(grant("1.00"), successor, "2018-12-31"), "by 2018-12-31");
        invalid(move(Grants.award(programme, "2", "SUBSIDY", "10.00", ""), successor), "succession");
    }

    @Test
    void recordOfOrganisationNamesSuccessor() {
        var next = municipality("NEXT", "GM0988");
        var award = grant("10.00");
        var path = "/v1/organisations/" + ended;
        Api.changing(officer(), officer().get(path).header("ETag"))
                .body("{\"validUntil\":\"2015-01-01\",\"successor\":\"" + next + "\"}")
                .patch(path)
                .then()
                .statusCode(200);
        move(award, successor).then().statusCode(400).body("violations[0].parameters.allowed", contains(next));
        move(award, next, "2015-01-01").then().statusCode(200).body("organisationId", equalTo(next));
    }

    @Test
    void withdrawnGrantGoesNowhere() {
        var award = grant("10.00");
        officer()
                .body("{\"reasons\":\"r\"}")
                .post("/v1/awards/" + award + "/withdrawal")
                .then()
                .statusCode(200)
                .body("allowedActions", not(hasItem("succession")));
        move(award, successor).then().statusCode(409).body("allowed", empty());
    }

    private String municipality(String name, String code) {
        var number = name + "-" + programme;
        officer()
                .body("{\"number\":\"%s\",\"name\":\"%s\",\"kind\":\"MUNICIPALITY\",\"municipality\":\"%s\"}"
                        .formatted(number, name, code))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        return number;
    }

    /** The id of a grant to the municipality that ended. */
    private String grant(String amount) {
        return Grants.postAward(Grants.json(programme, "G-" + amount, "DECENTRALISATION_GRANT", amount, "")
                        .replace("\"" + Grants.WEERT + "\"", "\"" + ended + "\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response move(String award, String organisation) {
        return move(award, organisation, LocalDate.now().toString());
    }

    private static Response move(String award, String organisation, String day) {
        return Grants.controller("mover")
                .body("{\"organisationId\":\"%s\",\"decidedOn\":\"%s\",\"reasons\":\"merged\"}"
                        .formatted(organisation, day))
                .post("/v1/awards/" + award + "/succession");
    }

    /** What the budget and the counts of awards come to, without the revision. */
    private String figures() {
        var figures = manager().get("/v1/budget-statistics?programme=" + programme);
        return figures.path("rows.total").toString() + figures.path("projects").toString();
    }
}
