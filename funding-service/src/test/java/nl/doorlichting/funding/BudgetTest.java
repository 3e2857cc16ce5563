package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.post;
import static nl.doorlichting.funding.Api.programme;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import nl.doorlichting.kernel.testing.ContractFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FundingServiceTest
class BudgetTest {
    @BeforeEach
    void checkEveryAnswer() {
        RestAssured.replaceFiltersWith(ContractFilter.ofApplication());
    }

    @Test
    void entryIsReadBackAsItWasBooked() {
        var programme = programme();
        var root = line(programme, "root", null, true);
        var id = book(Entry.budgeted(programme, root, 2010, "100.00").with("reference", "\"b/1\""));
        manager()
                .get("/v1/budget-entries/" + id)
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("100.00"))
                .body("reference", equalTo("b/1"));
        manager()
                .get("/v1/budget-entries?programme=" + programme)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void disbursementBeyondWhatIsSpendableIsRefusedAndNamesWhatIsLeft() {
        var programme = programme();
        var root = line(programme, "root", null, true);
        var child = line(programme, "child", root, false);
        book(Entry.budgeted(programme, child, 2010, "100.00"));
        book(Entry.reallocated(programme, root, 2010, "40.00", "elsewhere"));
        book(Entry.disbursed(programme, child, 2010, "50.01"));
        post(Entry.disbursed(programme, root, 2010, "10.00"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/budget-exceeded"))
                .body("detail", containsString("9.99 EUR"));
        post(Entry.disbursed(programme, root, 2011, "0.01")).then().statusCode(409);
        book(Entry.disbursed(programme, root, 2010, "9.99"));
    }
}
