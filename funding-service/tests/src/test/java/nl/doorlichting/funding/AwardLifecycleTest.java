package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.WEERT;
import static nl.doorlichting.funding.Grants.account;
import static nl.doorlichting.funding.Grants.amend;
import static nl.doorlichting.funding.Grants.award;
import static nl.doorlichting.funding.Grants.charged;
import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.get;
import static nl.doorlichting.funding.Grants.json;
import static nl.doorlichting.funding.Grants.paid;
import static nl.doorlichting.funding.Grants.payment;
import static nl.doorlichting.funding.Grants.postAward;
import static nl.doorlichting.funding.Grants.reclaim;
import static nl.doorlichting.funding.Grants.revoke;
import static nl.doorlichting.funding.Grants.settle;
import static nl.doorlichting.funding.Grants.subsidy;
import static nl.doorlichting.funding.Refusals.exceeded;
import static nl.doorlichting.funding.Refusals.invalid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to an award after it was granted, and what of that shows in the budget. */
@FundingServiceTest
class AwardLifecycleTest {
    @Inject
    DataSource database;

    private String programme;
    private String root;
    private String line;

    @BeforeEach
    void budget() {
        programme = programme();
        Grants.organisations();
        root = line(programme, "root", null, true);
        line = line(programme, "line", root, false);
        Api.book(Entry.budgeted(programme, line, 2010, "1000.00"));
    }

    @Test
    void subsidyIsAccountedForAndSettled() {
        var id = subsidy(programme, "1", "100.00", line);
        invalid(settle(id, "100.00", false), "exOfficio");
        account(id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("ACCOUNTED"))
                .body("accountability.report", equalTo("done"))
                .body(
                        "allowedActions",
                        contains("disbursements", "revocation", "settlement", "conditions", "documents", "update"));
        account(id)
                .then()
                .statusCode(409)
                .body(
                        "allowed",
                        contains("disbursements", "revocation", "settlement", "conditions", "documents", "update"));
        bounded(settle(id, "100.01", false), "/amount/amount", "maximum", "100.00");
        settle(id, "60.00", false)
                .then()
                .statusCode(200)
                .body("status", equalTo("SETTLED"))
                .body("settledAmount.amount", equalTo("60.00"))
                .body("left.amount", equalTo("60.00"))
                .body("decisions.kind", contains("GRANT", "SETTLEMENT"))
                .body("decisions[1].exOfficio", equalTo(false));
        settle(id, "60.00", false).then().statusCode(409).body("allowed", hasItem("revocation"));
        invalid(amend(id, ",\"amount\":" + euro("70.00")), "SETTLED");
    }

    @Test
    void allowsOnlyRecipientToAccount() {
        var id = subsidy(programme, "1", "100.00", null);
        var body = "{\"spent\":" + euro("90.00") + ",\"report\":\"done\",\"handedInOn\":\"2011-02-01\"}";
        var path = "/v1/awards/" + id + "/accountability";
        Api.grantee(WEERT).body(body).post(path).then().statusCode(404);
        Api.grantee(FORUM)
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .body("accountability.handedInOn", equalTo("2011-02-01"))
                .body("accountability.spent.amount", equalTo("90.00"));
        Grants.controller("c").body(body).post(path).then().statusCode(403);
    }

    @Test
    void booksCommitmentAndReturnsRestOnSettlement() {
        var id = subsidy(programme, "1", "400.00", line);
        committed("400.00");
        postAward(json(programme, "2", "SUBSIDY", "600.01", charged(line)))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/budget-exceeded"))
                .body("left.amount", equalTo("600.00"));
        Api.officer().get("/v1/awards?programme=" + programme).then().body("total.value", equalTo(1));
        amend(id, ",\"amount\":" + euro("500.00"))
                .then()
                .statusCode(200)
                .body("status", equalTo("AMENDED"))
                .body("amount.amount", equalTo("500.00"));
        committed("500.00");
        amend(id, ",\"amount\":" + euro("350.00")).then().statusCode(200);
        committed("350.00");
        settle(id, "300.00", true).then().statusCode(200);
        committed("300.00");
        revoke(id).then().statusCode(200).body("status", equalTo("REVOKED")).body("left.amount", equalTo("0.00"));
        committed("0.00");
        subsidy(programme, "2", "1000.00", line);
    }

    @Test
    void rejectsAmendmentWithoutRoomInBudget() {
        var id = subsidy(programme, "1", "400.00", line);
        amend(id, ",\"amount\":" + euro("1000.01")).then().statusCode(409).body("left.amount", equalTo("600.00"));
        get(id).then().body("amount.amount", equalTo("400.00")).body("status", equalTo("GRANTED"));
        amend(id, "").then().statusCode(400).body("violations.pointer", contains(""));
    }

    @Test
    void rejectsCorrectionOfCommitmentOfAward() {
        subsidy(programme, "1", "400.00", line);
        var entry = manager()
                .get("/v1/budget-entries?kind=COMMITMENT&lineId=" + line)
                .then()
                .extract()
                .<String>path("items[0].id");
        invalid(Api.post(Entry.committed(programme, line, 2010, "-1.00").correcting(entry)), "promises");
    }

    @Test
    void amendsPeriodAndPlan() {
        var plan = """
            ,"instalments":[{"due":"2010-04-01","amount":{"amount":"50.00","currency":"EUR"}},\
            {"due":"2010-10-01","amount":{"amount":"50.00","currency":"EUR"}}]\
            """;
        var id = award(programme, "1", "SUBSIDY", "100.00", plan);
        Grants.disburse(id, "50.00", ",\"instalment\":1").then().statusCode(201);
        var allowed = new String[] {
            "accountability", "amendment", "disbursements", "settlement", "conditions", "documents", "update"
        };
        amend(id, ",\"amount\":" + euro("80.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/instalments"))
                .body("violations.code", contains("REQUIRED"));
        amend(id, ",\"amount\":" + euro("49.99") + ",\"instalments\":[]")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/amount/amount"))
                .body("violations[0].parameters.minimum", equalTo("50.00"));
        amend(id, """
                        ,"amount":{"amount":"80.00","currency":"EUR"},\
                        "instalments":[{"due":"2010-11-01","amount":{"amount":"31.00","currency":"EUR"}}]""")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/instalments"))
                .body("violations.code", contains("OUT_OF_RANGE"))
                .body("violations[0].parameters.minimum", equalTo("30.00"))
                .body("violations[0].parameters.maximum", equalTo("30.00"));
        invalid(Grants.disburse(id, "50.00", ",\"instalment\":1"), "has a payment already", allowed);
        Grants.disburse(id, "49.00", ",\"instalment\":2")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/amount/amount"))
                .body("violations[0].parameters.minimum", equalTo("50.00"))
                .body("violations[0].parameters.maximum", equalTo("50.00"));
        amend(id, """
            ,"amount":{"amount":"80.00","currency":"EUR"},\
            "period":{"from":"2010-01-01","until":"2010-07-01"},\
            "instalments":[{"due":"2010-11-01","amount":{"amount":"30.00","currency":"EUR"}}]\
            """)
                .then()
                .statusCode(200)
                .body("accountabilityDue", equalTo("2010-09-30"))
                .body("instalments.withdrawn", contains(false, true, false))
                .body("instalments[2].amount.amount", equalTo("30.00"));
    }

    @Test
    void planAloneLeavesStatusAsItWas() {
        var id = award(programme, "1", "SUBSIDY", "100.00", """
                ,"instalments":[{"due":"2010-04-01","amount":{"amount":"50.00","currency":"EUR"}},\
                {"due":"2010-10-01","amount":{"amount":"50.00","currency":"EUR"}}]""");
        Grants.disburse(id, "50.00", ",\"instalment\":1").then().statusCode(201);
        amend(id, """
                        ,"instalments":[{"due":"2010-11-01","amount":{"amount":"20.00","currency":"EUR"}},\
                        {"due":"2010-12-01","amount":{"amount":"30.00","currency":"EUR"}}]""")
                .then()
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("amount.amount", equalTo("100.00"))
                .body("instalments.withdrawn", contains(false, true, false, false));
        amend(
                        id,
                        ",\"amount\":" + euro("100.00") + ",\"instalments\":[{\"due\":\"2010-11-01\",\"amount\":"
                                + euro("50.00") + "}]")
                .then()
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("decisions.kind", contains("GRANT", "AMENDMENT", "AMENDMENT"));
        amend(id, "").then().statusCode(400).body("violations.pointer", contains(""));
        settle(id, "100.00", true)
                .then()
                .statusCode(200)
                .body("instalments.withdrawn", contains(false, true, true, true, true));
    }

    @Test
    void rejectsAmountsThatContradictAward() {
        var id = award(programme, "1", "SUBSIDY", "100.00", charged(line) + ",\"totalCost\":" + euro("200.00"));
        paid(id, "40.00");
        bounded(amend(id, ",\"amount\":" + euro("200.01")), "/amount/amount", "maximum", "200.00");
        bounded(amend(id, ",\"amount\":" + euro("39.99")), "/amount/amount", "minimum", "40.00");
        bounded(
                amend(
                        id,
                        ",\"totalCost\":" + euro("5.00")
                                + ",\"period\":{\"from\":\"2010-01-01\",\"until\":\"2010-07-01\"}"),
                "/totalCost/amount",
                "minimum",
                "100.00");
        bounded(settle(id, "100.01", true), "/amount/amount", "maximum", "100.00");
        Grants.officer(Grants.DECIDER)
                .body("{\"amount\":" + euro("100.01") + "}")
                .post("/v1/awards/" + id + "/settlement")
                .then()
                .statusCode(400)
                .body("violations.pointer.sort()", contains("/amount/amount", "/reasons"));
        get(id).then().body("status", equalTo("GRANTED"));
    }

    private static void bounded(Response response, String pointer, String bound, String value) {
        response.then()
                .statusCode(400)
                .body("violations.pointer", contains(pointer))
                .body("violations[0].code", equalTo("OUT_OF_RANGE"))
                .body("violations[0].parameters." + bound, equalTo(value));
    }

    @Test
    void refusalOfClaimStatesWhatCanBeDoneWithIt() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "50.00").then().statusCode(201).extract().header("Location");
        correct(claim, "60.01")
                .then()
                .statusCode(409)
                .body("left.amount", equalTo("10.00"))
                .body("allowed", contains("update", "receipts", "cancellation"));
        reclaim(id, "5.00").then().statusCode(201);
        for (var sort : List.of("amount", "-amount")) {
            var amounts = new ArrayList<>(List.of("5.00", "50.00"));
            if (sort.startsWith("-")) {
                Collections.reverse(amounts);
            }
            Api.officer()
                    .get("/v1/reclaims?sort=" + sort + "&programme=" + programme)
                    .then()
                    .statusCode(200)
                    .body("items.amount.amount", equalTo(amounts))
                    .body("items.programme", contains(programme, programme));
        }
        var receipt = Grants.receipt(claim, "50.00", "").<String>path("receipts[0].id");
        Grants.correctReceipt(claim, receipt, "50.00")
                .then()
                .statusCode(409)
                .body("allowed", contains("update", "receipt-corrections"));
    }

    @Test
    void reclaimsAmountPaidWithoutRight() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        invalid(reclaim(id, "1.00"), "GRANTED");
        settle(id, "30.00", true)
                .then()
                .statusCode(200)
                .body("reclaimable.amount", equalTo("50.00"))
                .body("left.amount", equalTo("0.00"))
                .body("allowedActions", contains("reclaims", "revocation", "conditions", "documents", "update"));
        reclaim(id, "50.01").then().statusCode(409).body("left.amount", equalTo("50.00"));
        reclaim(id, "0.00").then().statusCode(400);
        var path = reclaim(id, "20.00").then().statusCode(201).extract().header("Location");
        reclaim(id, "30.01").then().statusCode(409).body("left.amount", equalTo("30.00"));
        Api.grantee(FORUM).get(path).then().statusCode(200).body("amount.amount", equalTo("20.00"));
        Api.grantee(WEERT).get(path).then().statusCode(404);
        Api.grantee(WEERT).get("/v1/awards/" + id + "/reclaims").then().statusCode(404);
        Api.officer().get("/v1/awards/" + id + "/reclaims").then().body("total.value", equalTo(1));
        revoke(id).then().statusCode(200).body("reclaimable.amount", equalTo("60.00"));
        reclaim(id, "60.00").then().statusCode(201);
    }

    @Test
    void whatComesBackOfClaimLeavesLedger() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "30.00", true).then().statusCode(200);
        var claim = reclaim(id, "50.00")
                .then()
                .statusCode(201)
                .body("allowedActions", contains("update", "receipts", "cancellation"))
                .extract()
                .header("Location");
        receipt(claim, "50.01").then().statusCode(409).body("left.amount", equalTo("50.00"));
        receipt(claim, "20.00")
                .then()
                .statusCode(200)
                .body("received.amount", equalTo("20.00"))
                .body("outstanding.amount", equalTo("30.00"))
                .body("receipts.amount.amount", contains("20.00"))
                .body("allowedActions", contains("update", "receipts", "receipt-corrections"));
        get(id).then().body("reclaimed.amount", equalTo("50.00")).body("recovered.amount", equalTo("20.00"));
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed.amount", equalTo("60.00"))
                .body("rows[0].total.committed.amount", equalTo("30.00"))
                .body("rows[0].total.available.amount", equalTo("970.00"));
        cancelClaim(claim)
                .then()
                .statusCode(409)
                .body("allowed", contains("update", "receipts", "receipt-corrections"));
        correct(claim, "19.99").then().statusCode(409);
        correct(claim, "50.01").then().statusCode(409).body("left.amount", equalTo("0.00"));
        correct(claim, "20.00")
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("20.00"))
                .body("outstanding.amount", equalTo("0.00"))
                .body("allowedActions", contains("update", "receipt-corrections"));
        get(id).then().body("reclaimable.amount", equalTo("30.00"));
        receipt(claim, "0.01").then().statusCode(409);
    }

    @Test
    void receiptTakesPaymentsBackInTheirOwnYears() {
        Api.book(Entry.budgeted(programme, line, 2011, "1000.00"));
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "50.00");
        var later = Grants.disburse(id, "30.00", ",\"year\":2011")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Grants.release(later).then().statusCode(200);
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        receipt(claim, "20.00").then().statusCode(200);
        receipt(claim, "40.00").then().statusCode(200).body("outstanding.amount", equalTo("0.00"));
        get(id).then().body("recovered.amount", equalTo("60.00"));
        manager()
                .get("/v1/budget-entries?kind=DISBURSEMENT&lineId=" + line)
                .then()
                .body("items.year", contains(2010, 2011, 2011, 2011, 2010))
                .body("items.amount.amount", contains("50.00", "30.00", "-20.00", "-10.00", "-30.00"));
        exceeded(Api.post(Entry.disbursed(programme, line, 2010, "980.01")), "980.00 EUR is left to disburse");
        exceeded(Api.post(Entry.disbursed(programme, line, 2011, "1000.01")), "1000.00 EUR is left to disburse");
    }

    /** In the last release booking it by hand was the only way. */
    @Test
    void receiptNamesCorrectionThatBookedIt() {
        var id = subsidy(programme, "1", "100.00", line);
        var entry = Api.officer()
                .get("/v1/disbursements/" + paid(id, "80.00"))
                .then()
                .extract()
                .<String>path("entryId");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        var correction =
                Api.book(Entry.disbursed(programme, line, 2010, "-60.00").correcting(entry));
        invalid(receipt(claim, "20.01"), "correctionId");
        for (var other : List.of(entry, Api.book(Entry.disbursed(programme, line, 2010, "1.00")))) {
            receipt(claim, "1.00", other)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/v1/problems/reference-unknown"))
                    .body("violations.pointer", contains("/correctionId"));
        }
        receipt(claim, "40.00", correction)
                .then()
                .statusCode(200)
                .body("outstanding.amount", equalTo("20.00"))
                .body("receipts.correctionId", contains(correction));
        receipt(claim, "10.00").then().statusCode(200).body("receipts[1].correctionId", nullValue());
        receipt(claimOnOtherAward(), "1.00", correction).then().statusCode(409);
        receipt(claim, "10.00", correction).then().statusCode(200).body("outstanding.amount", equalTo("0.00"));
        get(id).then().body("recovered.amount", equalTo("60.00"));
        manager()
                .get("/v1/budget-entries?kind=DISBURSEMENT&lineId=" + line)
                .then()
                .body("items.amount.amount", contains("80.00", "-60.00", "1.00", "-10.00", "50.00"));
    }

    @Test
    void receiptWaitsForReleaseOfCorrection() {
        var id = subsidy(programme, "1", "100.00", line);
        var entry = Api.officer().get("/v1/disbursements/" + paid(id, "80.00")).<String>path("entryId");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        var correction = Api.post(
                        Entry.disbursed(programme, line, 2010, "-60.00").correcting(entry))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        invalid(receipt(claim, "60.00"), "waits to be released");
        invalid(receipt(claim, "60.00", correction), "waits to be released");
        Api.release(correction).then().statusCode(200);
        invalid(receipt(claim, "60.00"), "correctionId");
        var unknown = ",\"receivedOn\":\"2199-01-01\",\"correctionId\":\"" + UUID.randomUUID() + "\"";
        Grants.receipt(claim, "60.00", unknown)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/correctionId", "/receivedOn"));
        receipt(claim, "60.00", correction).then().statusCode(200);
    }

    @Test
    void refusalOfHigherClaimNamesItsLimit() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "40.00").then().statusCode(201).extract();
        Api.changing(Api.officer(), claim.header("ETag"))
                .body("{\"amount\":{\"amount\":\"70.00\",\"currency\":\"EUR\"}}")
                .patch(claim.header("Location"))
                .then()
                .statusCode(409)
                .body("left.amount", equalTo("20.00"))
                .body("detail", containsString("at most"))
                .body("detail", containsString("60.00"));
    }

    @Test
    void rejectsReceiptBeforeAwardWasGranted() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        Grants.receipt(claim, "10.00", ",\"receivedOn\":\"2010-02-28\"")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/receivedOn"))
                .body("violations[0].parameters.minimum", equalTo("2010-03-01"));
        Grants.receipt(claim, "10.00", ",\"receivedOn\":\"2010-03-01\"").then().statusCode(200);
    }

    @Test
    void receiptsTakeNoMoreOfCorrectionThanItTookBack() {
        var id = subsidy(programme, "1", "100.00", line);
        var entry = Api.officer()
                .get("/v1/disbursements/" + paid(id, "80.00"))
                .then()
                .extract()
                .<String>path("entryId");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        var correction =
                Api.book(Entry.disbursed(programme, line, 2010, "-30.00").correcting(entry));
        receipt(claim, "30.01", correction).then().statusCode(409).body("left.amount", equalTo("30.00"));
        Api.book(Entry.disbursed(programme, line, 2010, "5.00").correcting(correction));
        receipt(claim, "20.00", correction).then().statusCode(200);
        receipt(claim, "5.01", correction).then().statusCode(409).body("left.amount", equalTo("5.00"));
        receipt(claim, "5.00", correction).then().statusCode(200);
        receipt(claim, "0.01", correction).then().statusCode(409).body("left.amount", equalTo("0.00"));
    }

    /** Path of a claim on another award, all of whose payments stand in the ledger. */
    private String claimOnOtherAward() {
        var id = subsidy(programme, "2", "50.00", line);
        paid(id, "50.00");
        revoke(id).then().statusCode(200);
        return reclaim(id, "50.00").then().statusCode(201).extract().header("Location");
    }

    @Test
    void fiftySimultaneousReceiptsNeverExceedClaim() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "70.00", true).then().statusCode(200);
        var claim = reclaim(id, "10.00").then().statusCode(201).extract().header("Location");
        var statuses = Parallel.run(50, () -> receipt(claim, "1.00").statusCode());
        assertEquals(10, statuses.stream().filter(status -> status == 200).count());
        assertEquals(40, statuses.stream().filter(status -> status == 409).count());
        get(id).then().body("recovered.amount", equalTo("10.00"));
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed.amount", equalTo("70.00"));
    }

    @Test
    void correctedReceiptIsPaidAgain() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        var receipt = receipt(claim, "50.00")
                .then()
                .statusCode(200)
                .body("allowedActions", contains("update", "receipts", "receipt-corrections"))
                .extract()
                .<String>path("receipts[0].id");
        disbursed("30.00");
        Grants.correctReceipt(claim, receipt, "60.01").then().statusCode(409).body("left.amount", equalTo("10.00"));
        invalid(Grants.correctReceipt(claim, receipt, "50.00"), "50.00 EUR already");
        Grants.correctReceipt(claim, receipt, "5.00")
                .then()
                .statusCode(200)
                .body("received.amount", equalTo("5.00"))
                .body("outstanding.amount", equalTo("55.00"))
                .body("receipts.amount.amount", contains("50.00", "-45.00"))
                .body("receipts.corrects", contains(null, receipt))
                .body("receipts.reason", contains(null, "misread"));
        disbursed("75.00");
        get(id).then().body("recovered.amount", equalTo("5.00"));
        Grants.correctReceipt(claim, receipt, "60.00").then().statusCode(200);
        disbursed("20.00");
        Grants.correctReceipt(claim, receipt, "0.00").then().statusCode(200).body("received.amount", equalTo("0.00"));
        disbursed("80.00");
        receipt(claim, "60.00").then().statusCode(200);
        disbursed("20.00");
        var correction = manager()
                .get("/v1/awards/" + id + "/reclaims")
                .<String>path("items[0].receipts.find { it.corrects != null }.id");
        Grants.correctReceipt(claim, correction, "1.00")
                .then()
                .statusCode(409)
                .body("violations.pointer", contains("/receiptId"));
    }

    @Test
    void receiptIsCorrectedOnlyWithRoomInBudget() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        var receipt = receipt(claim, "60.00").<String>path("receipts[0].id");
        Api.book(Entry.disbursed(programme, line, 2010, "950.00"));
        exceeded(Grants.correctReceipt(claim, receipt, "29.99"), "30.00 EUR is left to disburse");
        get(id).then().body("recovered.amount", equalTo("60.00"));
        Grants.correctReceipt(claim, receipt, "30.00").then().statusCode(200);
    }

    @Test
    void claimHasOneReceiptOfPayment() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "20.00", true).then().statusCode(200);
        var claim = reclaim(id, "60.00").then().statusCode(201).extract().header("Location");
        var more = ",\"reference\":\"bank/1\"";
        var receipt = Grants.receipt(claim, "10.00", more).<String>path("receipts[0].id");
        Grants.receipt(claim, "10.00", more)
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"))
                .body("existing", equalTo(claim));
        Grants.receipt(claim, "10.00", more.replace("bank/1", "BANK/1"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/already-exists"));
        for (var spaced : List.of("bank/1 ", " Bank/1")) {
            Grants.receipt(claim, "10.00", more.replace("bank/1", spaced))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/reference"))
                    .body("violations.code", contains("WRONG_FORMAT"));
        }
        Grants.correctReceipt(claim, receipt, "0.00")
                .then()
                .statusCode(200)
                .body("allowedActions", contains("update", "receipts", "receipt-corrections", "cancellation"));
        Grants.receipt(claim, "10.00", more).then().statusCode(200).body("received.amount", equalTo("10.00"));
        Grants.officer("d")
                .body("{\"amount\":" + euro("1.00") + "}")
                .post(claim + "/receipts")
                .then()
                .statusCode(400)
                .body("violations.name", contains("Idempotency-Key"));
    }

    private void disbursed(String amount) {
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed.amount", equalTo(amount));
    }

    @Test
    void cancelledClaimCanBeMadeAgain() {
        var id = subsidy(programme, "1", "100.00", line);
        paid(id, "80.00");
        settle(id, "30.00", true).then().statusCode(200);
        var claim = reclaim(id, "50.00").then().statusCode(201).extract().header("Location");
        cancelClaim(claim)
                .then()
                .statusCode(200)
                .body("cancellationReason", equalTo("mistake"))
                .body("outstanding.amount", equalTo("0.00"))
                .body("allowedActions", empty());
        receipt(claim, "1.00").then().statusCode(409).body("allowed", empty());
        correct(claim, "1.00").then().statusCode(409);
        reclaim(id, "50.00").then().statusCode(201);
    }

    private static Response receipt(String claim, String amount) {
        return Grants.receipt(claim, amount, "");
    }

    private static Response receipt(String claim, String amount, String correction) {
        return Grants.receipt(claim, amount, ",\"correctionId\":\"" + correction + "\"");
    }

    private static Response cancelClaim(String claim) {
        return Grants.officer("d").body("{\"reason\":\"mistake\"}").post(claim + "/cancellation");
    }

    private static Response correct(String claim, String amount) {
        var etag = Api.officer().get(claim).header("ETag");
        return Api.changing(Api.officer(), etag)
                .body("{\"amount\":" + euro(amount) + "}")
                .patch(claim);
    }

    @Test
    void grantIsWithdrawnBeforeAnythingIsPaid() {
        var id = award(programme, "1", "DECENTRALISATION_GRANT", "100.00", charged(line));
        var payment = payment(id, "60.00");
        invalid(
                withdraw(id),
                "60.00 EUR of the award is paid or reserved",
                "disbursements",
                "conditions",
                "documents",
                "update");
        Grants.cancel(payment).then().statusCode(200);
        withdraw(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("left.amount", equalTo("0.00"))
                .body("decisions.kind", contains("GRANT", "WITHDRAWAL"))
                .body("decisions[1].reasons", equalTo("r"))
                .body("allowedActions", contains("documents", "update"));
        invalid(
                Grants.officer("d")
                        .body("{\"text\":\"report\",\"enforceable\":false}")
                        .post("/v1/awards/" + id + "/conditions"),
                "WITHDRAWN takes no conditions",
                "documents",
                "update");
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.committed.amount", equalTo("0.00"))
                .body("projects.awards", empty());
        withdraw(id).then().statusCode(409).body("allowed", contains("documents", "update"));
        invalid(withdraw(subsidy(programme, "2", "1.00", line)), "GRANTED");
    }

    @Test
    void rejectsReplacementThatIsAccountedFor() {
        var id = award(programme, "1", "DECENTRALISATION_GRANT", "100.00", charged(line));
        Grants.officer("d")
                .body("{\"reasons\":\"r\",\"amount\":" + euro("90.00") + ",\"accountabilityDue\":\"2011-04-01\"}")
                .post("/v1/awards/" + id + "/replacement")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/accountabilityDue"))
                .body("violations.code", contains("NOT_ALLOWED"));
        get(id).then().body("amount.amount", equalTo("100.00")).body("accountabilityDue", nullValue());
    }

    /** Its jars read no other status and no other kind. */
    @Test
    void storesWithdrawnAndReplacedGrantsAsLastReleaseReadsThem() throws SQLException {
        var place = ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]}";
        var withdrawn = award(programme, "1", "DECENTRALISATION_GRANT", "100.00", charged(line) + place);
        withdraw(withdrawn).then().statusCode(200);
        var replaced = award(programme, "2", "DECENTRALISATION_GRANT", "100.00", charged(line));
        replace(replaced, "250.00").then().statusCode(200);
        var revoked = subsidy(programme, "3", "100.00", line);
        revoke(revoked).then().statusCode(200).body("decisions.kind", contains("GRANT", "REVOCATION"));
        assertEquals(
                List.of("1 REVOKED REVOCATION", "2 GRANTED AMENDMENT", "3 REVOKED REVOCATION"),
                strings("select a.number || ' ' || a.status || ' ' || d.kind from award a"
                        + " join award_decision d on d.award_id = a.id where d.kind <> 'GRANT' and a.programme = '"
                        + programme + "' order by 1"));
        var list = "/v1/awards?programme=" + programme + "&sort=number";
        Api.officer().get(list).then().body("items.status", contains("WITHDRAWN", "GRANTED", "REVOKED"));
        Map.of(
                        "WITHDRAWN", List.of("1"),
                        "REVOKED", List.of("3"),
                        "GRANTED", List.of("2"),
                        "WITHDRAWN,GRANTED", List.of("1", "2"),
                        "REVOKED,GRANTED", List.of("2", "3"),
                        "WITHDRAWN,REVOKED", List.of("1", "3"))
                .forEach((status, numbers) ->
                        Api.officer().get(list + "&status=" + status).then().body("items.number", equalTo(numbers)));
        Api.officer()
                .get(list + "&municipality=GM0988&status=WITHDRAWN")
                .then()
                .body("items.status", contains("WITHDRAWN"));
    }

    private List<String> strings(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void grantIsReplacedBeforeAnythingIsPaid() {
        var id = award(programme, "1", "DECENTRALISATION_GRANT", "100.00", charged(line));
        replace(id, "1000.01").then().statusCode(409).body("left.amount", equalTo("900.00"));
        replace(id, "250.00")
                .then()
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("amount.amount", equalTo("250.00"))
                .body("decisions.kind", contains("GRANT", "REPLACEMENT"));
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.committed.amount", equalTo("250.00"))
                .body("projects.awards", contains(1));
        paid(id, "1.00");
        invalid(
                replace(id, "300.00"),
                "1.00 EUR of the award is paid or reserved",
                "disbursements",
                "conditions",
                "documents",
                "update");
    }

    private static Response withdraw(String id) {
        return Grants.officer("d").body("{\"reasons\":\"r\"}").post("/v1/awards/" + id + "/withdrawal");
    }

    private static Response replace(String id, String amount) {
        return Grants.officer("d")
                .body("{\"reasons\":\"r\",\"amount\":" + euro(amount) + "}")
                .post("/v1/awards/" + id + "/replacement");
    }

    @Test
    void rejectsDecisionsWhilePaymentsWait() {
        var id = subsidy(programme, "1", "100.00", line);
        var payment = payment(id, "80.00");
        var allowed = new String[] {
            "accountability", "amendment", "disbursements", "settlement", "conditions", "documents", "update"
        };
        invalid(revoke(id), "release or cancel", allowed);
        invalid(settle(id, "79.99", true), "release or cancel", allowed);
        Grants.cancel(payment).then().statusCode(200);
        revoke(id).then().statusCode(200);
    }

    @Test
    void rejectsDecisionsOnDecentralisationGrant() {
        var id = award(programme, "1", "DECENTRALISATION_GRANT", "100.00", charged(line));
        notTheStates(settle(id, "100.00", true));
        notTheStates(revoke(id));
        notTheStates(reclaim(id, "1.00"));
        notTheStates(account(id));
        notTheStates(amend(id, ",\"amount\":" + euro("90.00")));
        paid(id, "60.00");
        get(id).then().body("status", equalTo("GRANTED"));
        paid(id, "40.00");
        get(id).then()
                .body("status", equalTo("PAID"))
                .body("allowedActions", contains("conditions", "documents", "update"));
        reclaim(id, "1.00").then().statusCode(409).body("allowed", contains("conditions", "documents", "update"));
    }

    @Test
    void rejectsInvalidBodiesOfDecisions() {
        var id = subsidy(programme, "1", "100.00", line);
        settle(id, "-1.00", true).then().statusCode(400).body("violations.pointer", contains("/amount/amount"));
        settle(id, "1.001", true).then().statusCode(400).body("violations.code", contains("TOO_MANY_DECIMALS"));
        Grants.officer("d")
                .body("{\"ground\":\"WHIM\",\"decidedOn\":\"2999-01-01\"}")
                .post("/v1/awards/" + id + "/revocation")
                .then()
                .statusCode(400)
                .body("violations.pointer", hasItem("/ground"));
        Grants.officer("d")
                .body("{\"ground\":\"NOT_CARRIED_OUT\",\"reasons\":\"r\",\"decidedOn\":\"2199-01-01\"}")
                .post("/v1/awards/" + id + "/revocation")
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/decidedOn"));
    }

    private static void notTheStates(Response refused) {
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("detail", containsString("municipality"))
                .body(
                        "allowed",
                        contains("disbursements", "replacement", "withdrawal", "conditions", "documents", "update"));
    }

    private void committed(String amount) {
        var sum = manager()
                .get("/v1/budget-entries?pageSize=200&kind=COMMITMENT&lineId=" + line)
                .then()
                .extract()
                .<List<String>>path("items.amount.amount")
                .stream()
                .map(BigDecimal::new)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        assertEquals(amount, sum.toPlainString());
    }
}
