package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.post;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Api.release;
import static nl.doorlichting.funding.Refusals.exceeded;
import static nl.doorlichting.funding.Refusals.invalid;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import nl.doorlichting.platform.caller.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment that is entered by hand, and its correction, counts when a second person releases it. */
@FundingServiceTest
class BudgetEntryReleaseTest {
    private String programme;
    private String root;

    @BeforeEach
    void budgetWithCeiling() {
        programme = programme();
        root = line(programme, "root", null, true);
        Api.book(Entry.budgeted(programme, root, 2010, "100.00"));
    }

    @Test
    void paymentHoldsItsRoomAndCountsFromItsRelease() {
        var entry = entered("60.00");
        get(entry)
                .body("status", equalTo("WAITING"))
                .body("endedAt", nullValue())
                .body("allowedActions", contains("cancellation"));
        statistics().body("rows[0].total.disbursed", nullValue()).body("rows[0].total.left.amount", equalTo("100.00"));
        exceeded(post(disbursed("40.01")), "40.00 EUR is left to disburse");
        exceeded(post(Entry.reallocated(programme, root, 2010, "40.01", "x")), "40.00 EUR");
        Grants.controller("second")
                .get("/v1/budget-entries?status=WAITING&programme=" + programme)
                .then()
                .body("items.id", contains(entry))
                .body("items[0].allowedActions", contains("cancellation", "release"));
        release(entry)
                .then()
                .statusCode(200)
                .body("status", equalTo("BOOKED"))
                .body("endedBy", equalTo(Grants.RELEASER))
                .body("allowedActions", empty());
        statistics().body("rows[0].total.disbursed.amount", equalTo("60.00"));
        exceeded(post(disbursed("40.01")), "40.00 EUR is left to disburse");
        invalid(release(entry), "BOOKED stays so");
        invalid(cancel(entry), "BOOKED stays so");
        manager()
                .get("/v1/budget-entries?status=WAITING,CANCELLED&programme=" + programme)
                .then()
                .body("items", empty());
    }

    @Test
    void makerDoesNotRelease() {
        var maker = Grants.person("both", Role.PROGRAMME_MANAGER, Role.CONTROLLER);
        var entry = maker.body(disbursed("60.00").json())
                .post("/v1/budget-entries")
                .then()
                .statusCode(201)
                .body("createdBy", equalTo("both"))
                .body("allowedActions", contains("cancellation"))
                .extract()
                .<String>path("id");
        Grants.person("both", Role.CONTROLLER)
                .post("/v1/budget-entries/" + entry + "/release")
                .then()
                .statusCode(403)
                .body("type", equalTo("/v1/problems/four-eyes"));
        manager().post("/v1/budget-entries/" + entry + "/release").then().statusCode(403);
        release(entry).then().statusCode(200);
        release("01938f5a-0000-7000-8000-000000000001").then().statusCode(404);
    }

    @Test
    void cancellationGivesRoomBack() {
        var entry = entered("60.00");
        cancel(entry)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("reason", equalTo("Entered twice."));
        Api.book(disbursed("100.00"));
        invalid(release(entry), "CANCELLED stays so");
        invalid(post(disbursed("-1.00").correcting(entry)), "CANCELLED is not corrected");
        statistics().body("rows[0].total.disbursed.amount", equalTo("100.00"));
    }

    @Test
    void correctionWaitsAndCountsInWhatIsLeftToCorrect() {
        var paid = Api.book(disbursed("60.00"));
        var first = post(disbursed("-40.00").correcting(paid));
        var correction = first.then()
                .statusCode(201)
                .body("status", equalTo("WAITING"))
                .extract()
                .<String>path("id");
        statistics().body("rows[0].total.disbursed.amount", equalTo("60.00"));
        invalid(post(disbursed("-20.01").correcting(paid)), "20.00 EUR is left to correct");
        invalid(post(disbursed("1.00").correcting(correction)), "WAITING is not corrected");
        cancel(correction).then().statusCode(200);
        var whole = post(disbursed("-60.00").correcting(paid)).<String>path("id");
        exceeded(post(disbursed("40.01")), "40.00 EUR is left to disburse");
        release(whole).then().statusCode(200);
        statistics().body("rows[0].total.disbursed.amount", equalTo("0.00"));
        Api.book(disbursed("100.00"));
    }

    @Test
    void correctionThatIsTakenBackCanBeMadeAgain() {
        var paid = Api.book(disbursed("60.00"));
        var correction = Api.book(disbursed("-60.00").correcting(paid));
        var back = post(disbursed("60.00").correcting(correction)).<String>path("id");
        invalid(post(disbursed("-0.01").correcting(paid)), "0.00 EUR is left to correct");
        release(back).then().statusCode(200);
        invalid(post(disbursed("0.01").correcting(correction)), "0.00 EUR is left to correct");
        invalid(post(disbursed("-60.01").correcting(paid)), "60.00 EUR is left to correct");
        Api.book(disbursed("-60.00").correcting(paid));
        statistics().body("rows[0].total.disbursed.amount", equalTo("0.00"));
    }

    @Test
    void releasesAtOnceBookOnce() {
        var entry = entered("60.00");
        var statuses = Parallel.run(20, () -> release(entry).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        statistics().body("rows[0].total.disbursed.amount", equalTo("60.00"));
    }

    private Entry disbursed(String amount) {
        return Entry.disbursed(programme, root, 2010, amount);
    }

    private String entered(String amount) {
        return post(disbursed(amount)).then().statusCode(201).extract().path("id");
    }

    private static Response cancel(String entry) {
        return manager().body("{\"reason\":\"Entered twice.\"}").post("/v1/budget-entries/" + entry + "/cancellation");
    }

    private static ValidatableResponse get(String entry) {
        return manager().get("/v1/budget-entries/" + entry).then().statusCode(200);
    }

    private ValidatableResponse statistics() {
        return manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .statusCode(200);
    }
}
