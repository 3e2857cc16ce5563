package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.changing;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.officer;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Grants.FORUM;
import static nl.doorlichting.funding.Grants.amend;
import static nl.doorlichting.funding.Grants.award;
import static nl.doorlichting.funding.Grants.cancel;
import static nl.doorlichting.funding.Grants.charged;
import static nl.doorlichting.funding.Grants.disburse;
import static nl.doorlichting.funding.Grants.euro;
import static nl.doorlichting.funding.Grants.get;
import static nl.doorlichting.funding.Grants.json;
import static nl.doorlichting.funding.Grants.paid;
import static nl.doorlichting.funding.Grants.payment;
import static nl.doorlichting.funding.Grants.postAward;
import static nl.doorlichting.funding.Grants.reclaim;
import static nl.doorlichting.funding.Grants.release;
import static nl.doorlichting.funding.Grants.revoke;
import static nl.doorlichting.funding.Grants.settle;
import static nl.doorlichting.funding.Grants.subsidy;
import static nl.doorlichting.funding.Refusals.exceeded;
import static nl.doorlichting.funding.Refusals.unknown;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No euro of an award is promised, paid or claimed back beside the budget. */
@FundingServiceTest
class AwardLedgerTest {
    private static final String UNLIMITED = "900000000.00";

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
        book(Entry.budgeted(programme, root, 2010, "1000.00"));
    }

    @Test
    void rejectsAwardWithoutScheme() {
        for (var scheme : List.of("", ",\"scheme\":null")) {
            postAward(withoutScheme(UNLIMITED, scheme))
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/scheme"))
                    .body("violations.code", contains("REQUIRED"));
        }
        officer().get("/v1/awards?programme=" + programme).then().body("items", empty());
    }

    @Test
    void rejectsAwardWithoutBudgetLine() {
        scheme("S", "\"NON_PROFIT\"", "");
        var request = withoutScheme(UNLIMITED, ",\"scheme\":\"S-" + programme + "\"");
        postAward(request)
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/budgetLineId"))
                .body("violations.code", contains("REQUIRED"));
        var charged = withoutScheme(UNLIMITED, ",\"scheme\":\"S-" + programme + "\"" + charged(line));
        exceeded(postAward(charged), "1000.00 EUR is left to commit");
        postAward(charged.replace(UNLIMITED, "1000.00"))
                .then()
                .statusCode(201)
                .body("budgetLineId", equalTo(line))
                .body("warnings", empty());
    }

    @Test
    void rejectsLineOfAnotherProgramme() {
        unknown(postAward(json(programme, "1", "SUBSIDY", "1.00", charged(line(programme(), "root", null, true)))));
    }

    @Test
    void namesAllViolationsTogether() {
        scheme(
                "S",
                "\"MUNICIPALITY\"",
                ",\"bounds\":[{\"purpose\":\"PROJECT\",\"minimumShare\":50,"
                        + "\"maximumShare\":80,\"validFrom\":\"2007-01-01\"}]");
        var ended = organisation("\"validUntil\":\"2010-01-01\",\"successor\":\"" + FORUM + "\"");
        var request = withoutScheme(
                        "90.00",
                        ",\"scheme\":\"S-" + programme + "\",\"totalCost\":" + euro("100.00")
                                + ",\"partnerMunicipalities\":[\"GM0052\"]")
                .replace(FORUM, ended);
        postAward(request)
                .then()
                .statusCode(400)
                .body(
                        "violations.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/organisationId NOT_ALLOWED",
                                "/organisationId ORGANISATION_NOT_VALID",
                                "/amount/amount OUT_OF_RANGE",
                                "/budgetLineId REQUIRED",
                                "/partnerMunicipalities/0 MUNICIPALITY_NOT_VALID"));
    }

    @Test
    void rejectsRecipientAbsentOnDayOfDecision() {
        var last = organisation("\"validFrom\":\"2011-01-01\"");
        var between = organisation(
                "\"validFrom\":\"2010-03-01\",\"validUntil\":\"2011-01-01\",\"successor\":\"" + last + "\"");
        var first = organisation("\"validUntil\":\"2010-03-01\",\"successor\":\"" + between + "\"");
        notThere(first, "2010-03-01", between);
        notThere(first, "2011-01-01", last);
        notThere(last, "2010-03-01", null);
        postAward(to(first, "2010-02-28")).then().statusCode(201);
        postAward(to(between, "2010-12-31").replace("\"1\"", "\"2\"")).then().statusCode(201);
    }

    @Test
    void rejectsAmendmentForRecipientThatEnded() {
        var recipient = organisation("\"source\":\"s\"");
        var id = postAward(to(recipient, "2010-03-01"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var etag = officer().get("/v1/organisations/" + recipient).header("ETag");
        changing(officer(), etag)
                .body("{\"validUntil\":\"2010-06-01\",\"successor\":\"" + FORUM + "\"}")
                .patch("/v1/organisations/" + recipient)
                .then()
                .statusCode(200);
        amend(id, ",\"amount\":" + euro("2.00"))
                .then()
                .statusCode(400)
                .body("violations.code", contains("ORGANISATION_NOT_VALID"))
                .body("violations[0].parameters.successors", contains(FORUM));
        amend(id, ",\"decidedOn\":\"2010-05-31\",\"amount\":" + euro("2.00"))
                .then()
                .statusCode(200);
        settle(id, "1.00", true).then().statusCode(200);
    }

    @Test
    void rejectsGrantWithoutBudgetLine() {
        var scheme = "S-" + programme;
        scheme(
                "S",
                "\"NON_PROFIT\"",
                ",\"bounds\":[{\"purpose\":\"PROJECT\",\"minimumShare\":50,"
                        + "\"maximumShare\":80,\"validFrom\":\"2007-01-01\"}]");
        var application = ApplicationRequests.assessed(FORUM, scheme);
        ApplicationRequests.step(application, "decision", ApplicationRequests.grant("600.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/budgetLineId"))
                .body("violations.code", contains("REQUIRED"));
        officer().get("/v1/applications/" + application).then().body("status", equalTo("ASSESSED"));
        book(Entry.budgeted(programme, root, LocalDate.now().getYear(), "600.00"));
        ApplicationRequests.step(
                        application,
                        "decision",
                        ApplicationRequests.decline("REFUSED").replace("}", charged(line) + "}"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/budgetLineId"))
                .body("violations.code", contains("NOT_ALLOWED"));
        ApplicationRequests.step(
                        application,
                        "decision",
                        ApplicationRequests.grant("600.00").replaceFirst("}$", charged(line) + "}"))
                .then()
                .statusCode(200);
        officer().get("/v1/awards?applicationId=" + application).then().body("items.budgetLineId", contains(line));
    }

    @Test
    void rejectsGrantForRecipientThatEnded() {
        var scheme = ApplicationRequests.scheme(programme, charged(line));
        var applicant = organisation("\"source\":\"s\"");
        var application = ApplicationRequests.assessed(applicant, scheme);
        var etag = officer().get("/v1/organisations/" + applicant).header("ETag");
        changing(officer(), etag)
                .body("{\"validUntil\":\"2011-01-01\",\"successor\":\"" + FORUM + "\"}")
                .patch("/v1/organisations/" + applicant)
                .then()
                .statusCode(200);
        ApplicationRequests.step(application, "decision", ApplicationRequests.grant("600.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/organisationId"))
                .body("violations[0].parameters.successors", contains(FORUM));
        officer().get("/v1/applications/" + application).then().body("status", equalTo("ASSESSED"));
    }

    /** The recipient gets the same money for the same: what was decided stands, whatever became of the recipient. */
    @Test
    void planAloneDoesNotChangeAfterRecipientEnded() {
        var recipient = organisation("\"source\":\"s\"");
        var id = postAward(to(recipient, "2010-03-01").replace("\"1.00\"", "\"10.00\""))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        changing(officer(), officer().get("/v1/organisations/" + recipient).header("ETag"))
                .body("{\"validUntil\":\"2011-01-01\",\"successor\":\"" + FORUM + "\"}")
                .patch("/v1/organisations/" + recipient)
                .then()
                .statusCode(200);
        var plan = ",\"instalments\":[{\"due\":\"2010-12-01\",\"amount\":" + euro("10.00") + "}]";
        amend(id, plan + ",\"amount\":" + euro("10.00"))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/organisationId"));
        amend(id, plan).then().statusCode(400).body("violations.pointer", contains("/organisationId"));
        amend(id, plan + ",\"decidedOn\":\"2010-12-31\"")
                .then()
                .statusCode(200)
                .body("status", equalTo("GRANTED"))
                .body("instalments.due", contains("2010-12-01"));
    }

    @Test
    void listsAwardsWithoutBudgetLineByWarning() throws SQLException {
        var standing = standing("1", "100.00", "0.00");
        var other = subsidy(programme, "2", "10.00", line);
        get(standing).then().body("warnings", contains("NO_BUDGET_LINE")).body("budgetLineId", nullValue());
        get(other).then().body("warnings", empty());
        var list = "/v1/awards?programme=" + programme;
        officer().get(list + "&warning=NO_BUDGET_LINE").then().body("items.id", contains(standing));
        officer().get(list).then().body("items.warnings", contains(List.of("NO_BUDGET_LINE"), List.of()));
        officer().get(list + "&warning=NONE").then().statusCode(400);
        officer()
                .get(list + "&municipality=GM0988&warning=NO_BUDGET_LINE")
                .then()
                .body("items", empty());
        officer().get(list.replace("?", "/csv?")).then().statusCode(200).body(containsString("NO_BUDGET_LINE"));
        Api.as(Role.REVIEWER)
                .get("/v1/funding-quality?programme=" + programme)
                .then()
                .statusCode(200)
                .body("awardsWithoutLine.awardId", contains(standing));
    }

    @Test
    void rejectsMovingMoneyWithoutBudgetLine() throws SQLException {
        var id = standing("1", "100.00", "40.00");
        var waiting = waiting(id, "10.00");
        get(id).then()
                .body("allowedActions", contains("accountability", "settlement", "conditions", "documents", "update"));
        withoutLine(disburse(id, "1.00"));
        withoutLine(release(waiting));
        withoutLine(amend(id, ",\"amount\":" + euro("200.00")));
        officer().get("/v1/disbursements/" + waiting).then().body("allowedActions", contains("cancellation"));
        cancel(waiting).then().statusCode(200);
        settle(id, "30.00", true).then().statusCode(200);
        withoutLine(reclaim(id, "10.00"));
        spent("0.00", null, "0.00");
    }

    @Test
    void booksPromisedPaidAndReservedOnLineGivenLater() throws SQLException {
        var id = standing("1", "100.00", "40.00");
        var waiting = waiting(id, "10.00");
        charge(id, line)
                .then()
                .statusCode(200)
                .body("budgetLineId", equalTo(line))
                .body("warnings", empty())
                .body("allowedActions", hasItem("disbursements"));
        spent("100.00", "40.00", "10.00");
        officer()
                .get("/v1/awards/" + id + "/disbursements")
                .then()
                .body("items.budgetLineId", contains(line, line))
                .body("items.entryId", containsInAnyOrder(notNullValue(), nullValue()));
        release(waiting).then().statusCode(200).body("entryId", notNullValue());
        paid(id, "50.00");
        spent("100.00", "100.00", "0.00");
        exceeded(disburse(id, "0.01"), "0.00 EUR is left to pay");
        officer()
                .get("/v1/awards?warning=NO_BUDGET_LINE&programme=" + programme)
                .then()
                .body("items", empty());
    }

    @Test
    void rejectsLineGivenLaterWithoutRoom() throws SQLException {
        var id = standing("1", "1000.01", "0.00");
        exceeded(charge(id, line), "1000.00 EUR is left to commit");
        var paidOut = standing("2", "900.00", "900.00");
        book(Entry.disbursed(programme, root, 2010, "100.01"));
        exceeded(charge(paidOut, line), "899.99 EUR is left to disburse");
        get(paidOut).then().body("warnings", contains("NO_BUDGET_LINE"));
        spent("0.00", "100.01", "0.00");
    }

    @Test
    void rejectsSecondBudgetLine() throws SQLException {
        var id = standing("1", "100.00", "40.00");
        unknown(charge(id, line(programme(), "root", null, true)));
        unknown(charge(id, UUID.randomUUID().toString()));
        officer()
                .contentType("application/merge-patch+json")
                .body("{\"budgetLineId\":\"" + line + "\"}")
                .patch("/v1/awards/" + id)
                .then()
                .statusCode(428);
        var etag = get(id).header("ETag");
        var statuses = Parallel.run(10, () -> charge(id, etag, line).statusCode());
        assertEquals(1, Collections.frequency(statuses, 200), statuses::toString);
        spent("100.00", "40.00", "0.00");
        for (var other : List.of("\"" + root + "\"", "null")) {
            changing(officer(), get(id).header("ETag"))
                    .body("{\"budgetLineId\":" + other + "}")
                    .patch("/v1/awards/" + id)
                    .then()
                    .statusCode(400)
                    .body("violations.pointer", contains("/budgetLineId"));
        }
        charge(id, line).then().statusCode(200);
        spent("100.00", "40.00", "0.00");
    }

    @Test
    void booksSettledAmountOnLineGivenLater() throws SQLException {
        var settled = standing("1", "100.00", "40.00");
        settle(settled, "60.00", true).then().statusCode(200);
        charge(settled, line).then().statusCode(200);
        spent("60.00", "40.00", "0.00");
        var revoked = standing("2", "100.00", "40.00");
        revoke(revoked).then().statusCode(200);
        charge(revoked, line).then().statusCode(200);
        spent("60.00", "80.00", "0.00");
        reclaim(revoked, "40.00").then().statusCode(201);
    }

    @Test
    void rejectsRaisingAwardWithoutScheme() throws SQLException {
        var id = standing("1", "100.00", "40.00");
        charge(id, line).then().statusCode(200);
        amend(id, ",\"amount\":" + euro("100.01"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/invalid-state"))
                .body("detail", containsString("scheme"))
                .body("allowed", hasItem("amendment"));
        amend(id, ",\"amount\":" + euro("90.00")).then().statusCode(200);
        spent("90.00", "40.00", "0.00");
    }

    /** What every step of an award's life leaves in the ledger. */
    @Test
    void booksEveryStepOfAward() {
        var id = subsidy(programme, "1", "400.00", line);
        spent("400.00", null, "0.00");
        var first = payment(id, "100.00");
        spent("400.00", null, "100.00");
        cancel(first).then().statusCode(200);
        spent("400.00", null, "0.00");
        paid(id, "150.00");
        spent("400.00", "150.00", "0.00");
        amend(id, ",\"amount\":" + euro("500.00")).then().statusCode(200);
        spent("500.00", "150.00", "0.00");
        settle(id, "120.00", true).then().statusCode(200);
        spent("120.00", "150.00", "0.00");
        reclaim(id, "30.00").then().statusCode(201);
        spent("120.00", "150.00", "0.00");
        revoke(id).then().statusCode(200);
        spent("0.00", "150.00", "0.00");
        var grant = award(programme, "2", "DECENTRALISATION_GRANT", "60.00", charged(line));
        paid(grant, "60.00");
        spent("60.00", "210.00", "0.00");
    }

    private static void withoutLine(Response refused) {
        refused.then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/budget-line-missing"))
                .body("detail", containsString("budgetLineId"));
    }

    private static Response charge(String award, String line) {
        return charge(award, get(award).header("ETag"), line);
    }

    private static Response charge(String award, String etag, String line) {
        return changing(officer(), etag)
                .body("{\"budgetLineId\":\"" + line + "\"}")
                .patch("/v1/awards/" + award);
    }

    private void notThere(String recipient, String day, String successor) {
        postAward(to(recipient, day))
                .then()
                .statusCode(400)
                .body("violations.pointer", contains("/organisationId"))
                .body("violations.code", contains("ORGANISATION_NOT_VALID"))
                .body("violations[0].parameters.number", equalTo(recipient))
                .body(
                        "violations[0].parameters.successors",
                        equalTo(successor == null ? List.of() : List.of(successor)));
    }

    private String to(String recipient, String day) {
        return json(programme, "1", "SUBSIDY", "1.00", charged(line))
                .replace(FORUM, recipient)
                .replace("\"decidedOn\":\"2010-03-01\"", "\"decidedOn\":\"" + day + "\",\"year\":2010");
    }

    private String organisation(String fields) {
        var number = "LEDGER-" + UUID.randomUUID().toString().substring(0, 8);
        officer()
                .body("{\"number\":\"%s\",\"name\":\"n\",\"kind\":\"NON_PROFIT\",%s}".formatted(number, fields))
                .post("/v1/organisations")
                .then()
                .statusCode(201);
        return number;
    }

    private String withoutScheme(String amount, String more) {
        return json(programme, "1", "SUBSIDY", amount, ",\"scheme\":\"\"").replace(",\"scheme\":\"\"", more);
    }

    private void scheme(String code, String kinds, String more) {
        manager()
                .body("""
                    {"programme":"%s","code":"%s-%s","name":"n","fundingInstrument":"SUBSIDY","source":"test",\
                    "applicantKinds":[%s]%s}\
                    """.formatted(programme, code, programme, kinds, more))
                .post("/v1/schemes")
                .then()
                .statusCode(201);
    }

    /** What the root's ceiling holds, of which the database keeps the sums; null where nothing was booked. */
    private void spent(String committed, String disbursed, String reserved) {
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed" + (disbursed == null ? "" : ".amount"), equalTo(disbursed));
        assertEquals(committed, sum("committed"));
        if (disbursed != null) {
            assertEquals(disbursed, sum("disbursed"));
        }
        if (reserved != null) {
            assertEquals(reserved, sum("reserved"));
        }
    }

    private String sum(String column) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sum(" + column + ") from budget_ceiling where line_id = '" + root + "'")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** An award as the last release could make it: without scheme and line, with a payment that was released. */
    private String standing(String number, String amount, String paid) throws SQLException {
        var id = UUID.randomUUID().toString();
        run("""
            insert into award (id, programme, funding_instrument, number, organisation_id, title, status, currency,
                amount, reserved, disbursed, reclaimed, purpose, year, decided_on, decided_by, period_from,
                period_until, partner_municipalities, created_at, created_by, version)
            values ('%s', '%s', 'SUBSIDY', '%s', '%s', 't', 'GRANTED', 'EUR', %s, 0, %s, 0, 'PROJECT', 2010,
                '2010-01-01', 'x', '2010-01-01', '2011-01-01', '{}', now(), 'x', 0)\
            """.formatted(id, programme, number, FORUM, amount, paid));
        if (!paid.equals("0.00")) {
            disbursement(id, paid, "'RELEASED', now(), 'y'");
        }
        return id;
    }

    private String waiting(String award, String amount) throws SQLException {
        run("update award set reserved = reserved + " + amount + " where id = '" + award + "'");
        return disbursement(award, amount, "'RESERVED', null, null");
    }

    private String disbursement(String award, String amount, String ended) throws SQLException {
        var id = UUID.randomUUID().toString();
        run("""
            insert into disbursement (id, award_id, programme, organisation_id, currency, amount, year, created_at,
                created_by, version, status, ended_at, ended_by)
            values ('%s', '%s', '%s', '%s', 'EUR', %s, 2010, now(), 'x', 0, %s)\
            """.formatted(id, award, programme, FORUM, amount, ended));
        return id;
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
