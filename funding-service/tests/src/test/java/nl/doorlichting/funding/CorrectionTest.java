package nl.doorlichting.funding;

import static nl.doorlichting.funding.Api.book;
import static nl.doorlichting.funding.Api.line;
import static nl.doorlichting.funding.Api.post;
import static nl.doorlichting.funding.Api.programme;
import static nl.doorlichting.funding.Refusals.invalid;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A booked entry stays; what was wrong is taken back by an entry of the opposite sign. */
@FundingServiceTest
class CorrectionTest {
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
    void rejectsCorrectionAboveEntry() {
        var paid = paid("100.00", "10.00");
        book(Entry.disbursed(programme, child, 2010, "-4.00").correcting(paid));
        invalid(post(Entry.disbursed(programme, child, 2010, "-6.01").correcting(paid)), "6.00 EUR is left to correct");
        book(Entry.disbursed(programme, child, 2010, "-6.00").correcting(paid));
        invalid(post(Entry.disbursed(programme, child, 2010, "-0.01").correcting(paid)), "0.00 EUR is left");
    }

    @Test
    void rejectsCorrectionOfOtherCellOrSameSign() {
        var paid = paid("100.00", "10.00");
        invalid(post(Entry.disbursed(programme, root, 2010, "-1.00").correcting(paid)), "same line, year and kind");
        invalid(post(Entry.disbursed(programme, child, 2011, "-1.00").correcting(paid)), "same line, year and kind");
        invalid(post(Entry.committed(programme, child, 2010, "-1.00").correcting(paid)), "same line, year and kind");
        invalid(post(Entry.disbursed(programme, child, 2010, "1.00").correcting(paid)), "opposite sign");
        post(Entry.disbursed(programme, child, 2010, "-1.00")
                        .correcting(UUID.randomUUID().toString()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/v1/problems/reference-unknown"));
    }

    @Test
    void rejectsCorrectionWithOtherDestination() {
        book(Entry.budgeted(programme, root, 2010, "100.00"));
        var gone = book(Entry.reallocated(programme, root, 2010, "10.00", "x"));
        invalid(post(Entry.reallocated(programme, root, 2010, "-1.00", "y").correcting(gone)), "destination");
        book(Entry.reallocated(programme, root, 2010, "-1.00", "x").correcting(gone));
    }

    @Test
    void simultaneousCorrectionsNeverExceedEntry() {
        var free = programme();
        var line = line(free, "no-ceiling", null, false);
        var paid = book(Entry.disbursed(free, line, 2010, "10.00"));
        var statuses = Parallel.run(
                40,
                () -> post(Entry.disbursed(free, line, 2010, "-1.00").correcting(paid))
                        .statusCode());
        assertEquals(10, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
    }

    private String paid(String budget, String amount) {
        book(Entry.budgeted(programme, root, 2010, budget));
        return book(Entry.disbursed(programme, child, 2010, amount));
    }
}
