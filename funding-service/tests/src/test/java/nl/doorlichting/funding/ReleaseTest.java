package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.DECIDER;
import static nl.doorlichting.funding.Grants.PAYER;
import static nl.doorlichting.funding.Grants.RELEASER;
import static nl.doorlichting.funding.Grants.award;
import static nl.doorlichting.funding.Grants.controller;
import static nl.doorlichting.funding.Grants.disburse;
import static nl.doorlichting.funding.Grants.get;
import static nl.doorlichting.funding.Grants.keyed;
import static nl.doorlichting.funding.Grants.payment;
import static nl.doorlichting.funding.Grants.release;
import static nl.doorlichting.funding.Grants.subsidy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment is booked when a second person releases it, who did not decide about the award either. */
@FundingServiceTest
class ReleaseTest {
    private String programme;
    private String line;

    @BeforeEach
    void budget() {
        programme = programme();
        Grants.organisations();
        var root = line(programme, "root", null, true);
        line = line(programme, "line", root, false);
        book(Entry.budgeted(programme, root, 2010, "1000.00"));
    }

    @Test
    void booksPaymentOnRelease() {
        var award = subsidy(programme, "1", "600.00", line);
        var payment = disburse(award, "250.00", ",\"dueOn\":\"2010-05-01\",\"reference\":\"p/1\"")
                .then()
                .statusCode(201)
                .header("Location", startsWith("/v1/disbursements/"))
                .body("status", equalTo("RESERVED"))
                .body("year", equalTo(2010))
                .body("budgetLineId", equalTo(line))
                .body("entryId", nullValue())
                .body("allowedActions", contains("cancellation"))
                .extract()
                .<String>path("id");
        get(award).then().body("reserved.amount", equalTo("250.00")).body("left.amount", equalTo("350.00"));
        disbursed(null);
        var entry = release(payment)
                .then()
                .statusCode(200)
                .body("status", equalTo("RELEASED"))
                .body("endedBy", equalTo(RELEASER))
                .body("allowedActions", empty())
                .extract()
                .<String>path("entryId");
        manager()
                .get("/v1/budget-entries/" + entry)
                .then()
                .body("kind", equalTo("DISBURSEMENT"))
                .body("amount.amount", equalTo("250.00"))
                .body("awardId", equalTo(award));
        get(award)
                .then()
                .body("reserved.amount", equalTo("0.00"))
                .body("disbursed.amount", equalTo("250.00"))
                .body("left.amount", equalTo("350.00"));
        disbursed("250.00");
        disburse(award, "1.00", ",\"reference\":\"p/1\"")
                .then()
                .statusCode(409)
                .body("existing", equalTo("/v1/disbursements/" + payment));
    }

    @Test
    void booksPaymentOnBudgetLineOfScheme() {
        var payment = payment(subsidy(programme, "1", "600.00", null), "10.00");
        release(payment)
                .then()
                .statusCode(200)
                .body("budgetLineId", equalTo(Grants.root(programme)))
                .body("entryId", notNullValue());
        disbursed("10.00");
    }

    @Test
    void rejectsReleaseByDeciderOrMaker() {
        var award = subsidy(programme, "1", "600.00", line);
        Grants.amend(award, ",\"amount\":" + Grants.euro("610.00")).then().statusCode(200);
        var payment = payment(award, "10.00");
        var path = "/v1/disbursements/" + payment;
        rejectedForFourEyes(keyed(controller(DECIDER)).post(path + "/release"));
        rejectedForFourEyes(keyed(controller(PAYER)).post(path + "/release"));
        controller(DECIDER).get(path).then().body("allowedActions", contains("cancellation"));
        controller(RELEASER).get(path).then().body("allowedActions", contains("cancellation", "release"));
        controller(RELEASER).post(path + "/release").then().statusCode(400);
        release(payment).then().statusCode(200);
    }

    @Test
    void rejectsReleaseBySettler() {
        var award = subsidy(programme, "1", "600.00", line);
        controller("settler")
                .body("{\"amount\":%s,\"exOfficio\":true,\"reasons\":\"r\"}".formatted(Grants.euro("500.00")))
                .post("/v1/awards/" + award + "/settlement")
                .then()
                .statusCode(200);
        var payment = payment(award, "10.00");
        rejectedForFourEyes(keyed(controller("settler")).post("/v1/disbursements/" + payment + "/release"));
    }

    @Test
    void rejectsReleaseByRecorderOfDecision() {
        var award = award(programme, "1", "SUBSIDY", "60.00", ",\"decidedBy\":\"minister\"");
        var payment = payment(award, "10.00");
        rejectedForFourEyes(keyed(controller(DECIDER)).post("/v1/disbursements/" + payment + "/release"));
        rejectedForFourEyes(keyed(controller("minister")).post("/v1/disbursements/" + payment + "/release"));
    }

    @Test
    void ignoresWhiteSpaceInSubjects() {
        var award = award(programme, "1", "SUBSIDY", "60.00", ",\"decidedBy\":\" minister\\u00a0\"");
        var payment = payment(award, "10.00");
        rejectedForFourEyes(keyed(controller("minister")).post("/v1/disbursements/" + payment + "/release"));
        keyed(controller("minister "))
                .post("/v1/disbursements/" + payment + "/release")
                .then()
                .statusCode(401);
    }

    @Test
    void repeatedReleasePaysOnce() {
        var award = subsidy(programme, "1", "600.00", line);
        var path = "/v1/disbursements/" + payment(award, "10.00") + "/release";
        controller(RELEASER).header("Idempotency-Key", path).post(path).then().statusCode(200);
        controller(RELEASER)
                .header("Idempotency-Key", path)
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", equalTo("true"))
                .body("status", equalTo("RELEASED"));
        disbursed("10.00");
    }

    private static void rejectedForFourEyes(Response refused) {
        refused.then().statusCode(403).body("type", equalTo("/v1/problems/four-eyes"));
    }

    private void disbursed(String amount) {
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed" + (amount == null ? "" : ".amount"), equalTo(amount));
    }
}
