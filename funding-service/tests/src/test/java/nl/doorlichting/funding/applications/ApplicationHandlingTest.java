package nl.doorlichting.funding.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of the Awb, in days. */
class ApplicationHandlingTest {
    private static final LocalDate RECEIVED = LocalDate.of(2010, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2010, 4, 26);
    private static final LocalDate ASKED = LocalDate.of(2010, 3, 8);
    private static final LocalDate DEADLINE = LocalDate.of(2010, 3, 22);

    private final ApplicationHandling received = ApplicationHandling.received(Instant.EPOCH, RECEIVED);
    private final ApplicationHandling asked = received.completionRequested(ASKED, DEADLINE, "a budget");

    @Test
    void setsDecisionDueEightWeeksAfterReceipt() {
        assertEquals(DUE, received.decisionDue());
    }

    @Test
    void extendsDecisionTermByDaysGivenToComplete() {
        assertEquals(DUE.plusDays(14), asked.decisionDue());
    }

    @ParameterizedTest
    @CsvSource({
        "2010-03-08, 0", // on the day of the request: it never stood still
        "2010-03-09, 0", // from the day after the request until that same day
        "2010-03-10, 1",
        "2010-03-22, 13",
        "2010-03-23, 14", // the deadline has passed: it began to run again today
        "2010-05-01, 14",
    })
    void givesBackUnusedDaysOnCompletion(LocalDate completedOn, int days) {
        assertEquals(DUE.plusDays(days), asked.completed(completedOn).decisionDue());
    }

    @Test
    void addsDaysOfSecondCompletionRequest() {
        var twice = asked.completed(LocalDate.of(2010, 3, 10))
                .completionRequested(LocalDate.of(2010, 3, 15), LocalDate.of(2010, 3, 20), "a plan");
        assertEquals(DUE.plusDays(1 + 5), twice.decisionDue());
        assertEquals(null, twice.completedOn());
    }

    @Test
    void isNotLeftUnconsideredBeforeCompletionTermEnds() {
        assertFalse(received.mayBeLeftUnconsidered(RECEIVED.plusYears(1)));
        assertFalse(asked.mayBeLeftUnconsidered(DEADLINE));
    }

    @Test
    void mayBeLeftUnconsideredForFourWeeksAfterDeadline() {
        assertTrue(asked.mayBeLeftUnconsidered(DEADLINE.plusDays(1)));
        assertTrue(asked.mayBeLeftUnconsidered(DEADLINE.plusWeeks(4)));
        assertFalse(asked.mayBeLeftUnconsidered(DEADLINE.plusWeeks(4).plusDays(1)));
    }

    @Test
    void mayBeLeftUnconsideredForFourWeeksAfterAnswer() {
        var answered = asked.completed(DEADLINE.minusDays(5));
        assertTrue(answered.mayBeLeftUnconsidered(DEADLINE.minusDays(5)));
        assertTrue(answered.mayBeLeftUnconsidered(DEADLINE.minusDays(5).plusWeeks(4)));
        assertFalse(answered.mayBeLeftUnconsidered(DEADLINE.minusDays(4).plusWeeks(4)));
    }

    @Test
    void firstOfficerHandlesCaseUntilAssigned() {
        var taken = received.takenUpBy("anna").takenUpBy("bert");
        assertEquals("anna", taken.officer());
        assertEquals("bert", taken.assignedTo("bert").officer());
    }
}
