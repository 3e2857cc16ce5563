package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.PAYER;
import static nl.doorlichting.funding.Grants.RELEASER;
import static nl.doorlichting.funding.Grants.WEERT;
import static nl.doorlichting.funding.Grants.award;
import static nl.doorlichting.funding.Grants.cancel;
import static nl.doorlichting.funding.Grants.controller;
import static nl.doorlichting.funding.Grants.disburse;
import static nl.doorlichting.funding.Grants.get;
import static nl.doorlichting.funding.Grants.paid;
import static nl.doorlichting.funding.Grants.payment;
import static nl.doorlichting.funding.Grants.release;
import static nl.doorlichting.funding.Grants.subsidy;
import static nl.doorlichting.funding.Refusals.exceeded;
import static nl.doorlichting.funding.Refusals.invalid;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment holds its room, on the award and on every ceiling above, from the moment it is made. */
@FundingServiceTest
class DisbursementsTest {
    private String programme;
    private String root;
    private String line;

    @BeforeEach
    void budget() {
        programme = programme();
        Grants.organisations();
        root = line(programme, "root", null, true);
        line = line(programme, "line", root, false);
        book(Entry.budgeted(programme, root, 2010, "1000.00"));
    }

    @Test
    void rejectsPaymentInYearOutsideProgramme() {
        var award = subsidy(programme, "1", "600.00", line);
        for (var year : List.of("2006", "2199")) {
            disburse(award, "1.00", ",\"year\":" + year)
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/year"))
                    .body("violations[0].parameters.minimum", equalTo(2007))
                    .body("violations[0].parameters.maximum", equalTo(2198));
        }
    }

    @Test
    void programmeKeepsDaysOfItsAwardsPaymentsAndEntries() {
        var award = subsidy(programme, "1", "600.00", line);
        book(Entry.budgeted(programme, root, 2012, "1000.00"));
        moveProgramme("2010-01-02", "2199-01-01")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period/from"))
                .body("violations[0].parameters.maximum", equalTo("2010-01-01"));
        moveProgramme("2007-01-01", "2012-01-01")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period/until"))
                .body("violations[0].parameters.minimum", equalTo("2012-01-02"));
        moveProgramme("2010-01-01", "2013-01-01").then().statusCode(200);
        disburse(award, "1.00", ",\"year\":2012").then().statusCode(201);
        moveProgramme("2011-01-01", "2011-06-01")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/period/from", "/period/until"));
        moveProgramme("2006-01-01", "2199-01-01").then().statusCode(200);
    }

    private Response moveProgramme(String from, String until) {
        var path = "/v1/programmes/"
                + manager().get("/v1/programmes?code=" + programme).<String>path("items[0].id");
        return changing(manager(), manager().get(path).header("ETag"))
                .body("{\"period\":{\"from\":\"" + from + "\",\"until\":\"" + until + "\"}}")
                .patch(path);
    }

    @Test
    void rejectsPaymentAboveAward() {
        var award = subsidy(programme, "1", "600.00", line);
        paid(award, "500.00");
        payment(award, "50.00");
        disburse(award, "50.01").then().body("left.amount", equalTo("50.00"));
        exceeded(disburse(award, "50.01"), "Of award 1 50.00 EUR is left to pay");
        disburse(award, "50.00").then().statusCode(201);
    }

    /** The one who made a payment and the second person read one version of it, and may do different things. */
    @Test
    void etagOfReadDependsOnAllowedActions() {
        var path = "/v1/disbursements/" + payment(subsidy(programme, "1", "600.00", line), "50.00");
        var etag = controller(RELEASER).get(path).header("ETag");
        controller(RELEASER).header("If-None-Match", etag).get(path).then().statusCode(304);
        controller(PAYER)
                .header("If-None-Match", etag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(etag));
    }

    @Test
    void reservesRoomOnEveryCeilingAboveLine() {
        var inner = line(programme, "inner", line, true);
        book(Entry.budgeted(programme, inner, 2010, "200.00"));
        var award = subsidy(programme, "1", "150.00", inner);
        paid(award, "100.00");
        payment(award, "30.00");
        book(Entry.disbursed(programme, inner, 2010, "60.00"));
        disburse(award, "10.01").then().statusCode(409).body("left.amount", equalTo("10.00"));
        exceeded(Api.post(Entry.disbursed(programme, inner, 2010, "10.01")), "On line inner");
        book(Entry.disbursed(programme, root, 2010, "1005.00"));
        disburse(award, "5.01").then().statusCode(409).body("left.amount", equalTo("5.00"));
        exceeded(disburse(award, "5.01"), "On line root");
        get(award).then().body("reserved.amount", equalTo("30.00"));
        disburse(award, "5.00").then().statusCode(201);
    }

    @Test
    void referenceNamesOnePaymentInWhateverCase() {
        var award = award(programme, "1", "SUBSIDY", "60.00", Grants.charged(line));
        var first = disburse(award, "1.00", ",\"reference\":\"hlp/1\"");
        first.then().statusCode(201);
        for (var same : new String[] {"hlp/1", "HLP/1"}) {
            disburse(award, "1.00", ",\"reference\":\"" + same + "\"")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/already-exists"))
                    .body("existing", equalTo(first.header("Location")));
        }
        disburse(award, "1.00", ",\"reference\":\"hlp/2\"").then().statusCode(201);
    }

    @Test
    void rejectsReallocationOfReservedRoom() {
        var budgeted = book(Entry.budgeted(programme, root, 2011, "100.00"));
        var award = award(programme, "1", "SUBSIDY", "60.00", Grants.charged(line));
        var payment =
                disburse(award, "60.00", ",\"year\":2011").then().extract().<String>path("id");
        Api.post(Entry.reallocated(programme, root, 2011, "40.01", "x"))
                .then()
                .statusCode(409)
                .body("left.amount", equalTo("40.00"));
        exceeded(Api.post(Entry.budgeted(programme, root, 2011, "-40.01").correcting(budgeted)), "40.00 EUR");
        exceeded(Api.post(Entry.disbursed(programme, root, 2011, "40.01")), "40.00 EUR is left to disburse");
        cancel(payment)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("mistake"))
                .body("allowedActions", empty());
        get(award).then().body("reserved.amount", equalTo("0.00"));
        book(Entry.reallocated(programme, root, 2011, "100.00", "x"));
        release(payment).then().statusCode(409).body("allowed", empty());
        invalid(cancel(payment), "CANCELLED");
    }

    @Test
    void rejectsSecondOrPartialPaymentOfInstalment() {
        var award = award(programme, "1", "DECENTRALISATION_GRANT", "100.00", """
            ,"instalments":[{"due":"2010-04-01","amount":{"amount":"60.00","currency":"EUR"}},\
            {"due":"2010-10-01","amount":{"amount":"40.00","currency":"EUR"}}]\
            """);
        disburse(award, "59.99", ",\"instalment\":1")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/amount/amount"))
                .body("violations.detail", contains("Instalment 1 is 60.00 EUR."));
        unknown(disburse(award, "60.00", ",\"instalment\":3"));
        var first = disburse(award, "60.00", ",\"instalment\":1")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        invalid(disburse(award, "60.00", ",\"instalment\":1"), "has a payment");
        cancel(first).then().statusCode(200);
        var second = disburse(award, "60.00", ",\"instalment\":1")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        release(second).then().statusCode(200);
        get(award)
                .then()
                .body("instalments.disbursementId", contains(equalTo(second), nullValue()))
                .body("instalments.paidOn", contains(notNullValue(), nullValue()));
    }

    @Test
    void rejectsInvalidPaymentsWithoutReservation() {
        var award = subsidy(programme, "1", "600.00", line);
        for (var bad : new String[] {"1.001", "0.00", "-1.00"}) {
            disburse(award, bad).then().statusCode(400).body("violations.pointer", contains("/amount/amount"));
        }
        Grants.officer(PAYER)
                .body("{\"amount\":" + Grants.euro("1.00") + "}")
                .post("/v1/awards/" + award + "/disbursements")
                .then()
                .statusCode(400)
                .body("violations.name", contains("Idempotency-Key"));
        disburse("018f4fe4-0000-7000-8000-000000000000", "1.00").then().statusCode(404);
        get(award).then().body("reserved.amount", equalTo("0.00"));
        Grants.revoke(award).then().statusCode(200);
        disburse(award, "1.00").then().statusCode(409).body("allowed", contains("documents", "update"));
    }

    @Test
    void granteeSeesOnlyOwnPayments() {
        var award = subsidy(programme, "1", "600.00", line);
        var payment = payment(award, "10.00");
        Api.grantee(FORUM)
                .get("/v1/disbursements/" + payment)
                .then()
                .statusCode(200)
                .body("allowedActions", empty());
        Api.grantee(WEERT).get("/v1/disbursements/" + payment).then().statusCode(404);
        Api.grantee(WEERT).get("/v1/awards/" + award + "/disbursements").then().statusCode(404);
        Api.grantee(WEERT).get("/v1/disbursements?awardId=" + award).then().body("items", empty());
        Api.grantee(FORUM).get("/v1/awards/" + award + "/disbursements").then().body("items.id", contains(payment));
        for (var filter :
                new String[] {"awardId=" + award, "status=RESERVED", "organisationId=" + FORUM, "year=2005,2010"}) {
            officer()
                    .get("/v1/disbursements?programme=" + programme + "&" + filter)
                    .then()
                    .body("items.id", contains(payment));
        }
        officer()
                .get("/v1/disbursements?status=RELEASED&programme=" + programme)
                .then()
                .body("items", empty());
    }

    @Test
    void fiftySimultaneousPaymentsNeverExceedRoom() {
        var tight = programme();
        var top = line(tight, "root", null, true);
        var below = line(tight, "below", top, false);
        book(Entry.budgeted(tight, top, 2010, "1000.09"));
        // Not promised by this line's year, so that only payments meet the ceiling.
        var award = award(tight, "1", "SUBSIDY", "5000.00", ",\"year\":2009" + Grants.charged(uncapped(tight, below)));
        var statuses = Parallel.run(
                50, () -> disburse(award, "100.00", ",\"year\":2010").statusCode());
        assertEquals(10, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(40, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        get(award).then().body("reserved.amount", equalTo("1000.00"));
        var waiting = officer()
                .get("/v1/awards/" + award + "/disbursements")
                .then()
                .extract()
                .<List<String>>path("items.id");
        waiting.forEach(payment -> release(payment).then().statusCode(200));
        manager()
                .get("/v1/budget-statistics?programme=" + tight)
                .then()
                .body("rows[0].total.disbursed.amount", equalTo("1000.00"));
    }

    /** The line, with room for promises in 2009. */
    private static String uncapped(String programme, String line) {
        book(Entry.budgeted(programme, line, 2009, "5000.00"));
        return line;
    }

    private void disbursed(String amount) {
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed" + (amount == null ? "" : ".amount"), equalTo(amount));
    }
}
