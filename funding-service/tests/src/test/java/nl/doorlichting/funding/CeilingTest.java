package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.manager;
import static nl.doorlichting.funding.Api.post;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Refusals.exceeded;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is spendable at a ceiling bounds commitments and, separately, disbursements. */
@FundingServiceTest
class CeilingTest {
    private String programme;
    private String root;
    private String child;

    @BeforeEach
    void budgetWithCeiling() {
        programme = programme();
        root = line(programme, "root", null, true);
        child = line(programme, "child", root, false);
    }

    @Test
    void rejectsDisbursementAboveSpendableWithRest() {
        book(Entry.budgeted(programme, child, 2010, "100.00"));
        book(Entry.reallocated(programme, root, 2010, "40.00", "elsewhere"));
        book(Entry.disbursed(programme, child, 2010, "50.01"));
        exceeded(post(Entry.disbursed(programme, root, 2010, "10.00")), "root in 2010 9.99 EUR is left to disburse");
        exceeded(post(Entry.disbursed(programme, root, 2011, "0.01")), "0 EUR is left");
        book(Entry.disbursed(programme, root, 2010, "9.99"));
    }

    @Test
    void boundsCommitmentsApartFromDisbursements() {
        book(Entry.budgeted(programme, root, 2010, "100.00"));
        book(Entry.committed(programme, child, 2010, "100.00"));
        book(Entry.disbursed(programme, child, 2010, "100.00"));
        exceeded(post(Entry.committed(programme, root, 2010, "0.01")), "0.00 EUR is left to commit");
    }

    @Test
    void rejectsReallocationOfPromisedOrPaid() {
        var budgeted = book(Entry.budgeted(programme, root, 2010, "100.00"));
        book(Entry.committed(programme, child, 2010, "60.00"));
        book(Entry.disbursed(programme, child, 2010, "70.00"));
        exceeded(post(Entry.reallocated(programme, child, 2010, "30.01", "x")), "30.00 EUR is left that is neither");
        exceeded(post(Entry.budgeted(programme, root, 2010, "-30.01").correcting(budgeted)), "30.00 EUR");
        book(Entry.budgeted(programme, root, 2010, "-10.00").correcting(budgeted));
        book(Entry.reallocated(programme, child, 2010, "20.00", "x"));
        exceeded(post(Entry.reallocated(programme, child, 2010, "0.01", "x")), "0.00 EUR");
        book(Entry.reallocated(programme, root, 2010, "-5.00", "from elsewhere"));
        book(Entry.reallocated(programme, child, 2010, "5.00", "x"));
    }

    @Test
    void allowsOverspendingLineWithoutCeiling() {
        var sibling = line(programme, "sibling", root, false);
        book(Entry.budgeted(programme, child, 2010, "100.00"));
        book(Entry.disbursed(programme, sibling, 2010, "100.00"));
        exceeded(post(Entry.disbursed(programme, child, 2010, "0.01")), "0.00 EUR");
    }

    @Test
    void appliesEveryCeilingAboveLine() {
        var inner = line(programme, "inner", child, true);
        var leaf = line(programme, "leaf", inner, false);
        book(Entry.budgeted(programme, root, 2010, "100.00"));
        exceeded(post(Entry.disbursed(programme, leaf, 2010, "1.00")), "On line inner");
        book(Entry.budgeted(programme, leaf, 2010, "10.00"));
        book(Entry.disbursed(programme, leaf, 2010, "10.00"));
        book(Entry.disbursed(programme, root, 2010, "100.00"));
        exceeded(post(Entry.disbursed(programme, root, 2010, "0.01")), "On line root");
    }

    @Test
    void fiftySimultaneousPaymentsNeverExceedCeiling() {
        book(Entry.budgeted(programme, root, 2010, "1000.09"));
        var statuses = Parallel.run(
                50,
                () -> post(Entry.disbursed(programme, child, 2010, "100.00")).statusCode());
        assertEquals(10, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(40, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        var waiting = manager()
                .get("/v1/budget-entries?status=WAITING&programme=" + programme)
                .<List<String>>path("items.id");
        assertEquals(10, waiting.size());
        var next = new AtomicInteger();
        var released = Parallel.run(
                30, () -> Api.release(waiting.get(next.getAndIncrement() % 10)).statusCode());
        assertEquals(10, released.stream().filter(status -> status == 200).count(), released::toString);
        assertEquals(20, released.stream().filter(status -> status == 409).count(), released::toString);
        manager()
                .get("/v1/budget-statistics?programme=" + programme)
                .then()
                .body("rows[0].total.disbursed.amount", equalTo("1000.00"))
                .body("rows[0].total.left.amount", equalTo("0.09"));
    }
}
