package nl.doorlichting.funding.conditions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionStatusTest {
    private static final LocalDate TODAY = LocalDate.of(2010, 6, 1);

    @ParameterizedTest
    @CsvSource({
        "true, 2010-05-31, , BREACHED",
        "false, 2010-05-31, , OVERDUE",
        "true, 2010-06-01, , OPEN",
        "true, , , OPEN",
        "true, 2010-05-01, 2010-05-31, FULFILLED",
        "false, 2010-07-01, 2010-05-31, FULFILLED",
    })
    void breachesOnlyEnforceableConditions(
            boolean enforceable, LocalDate dueOn, LocalDate fulfilledOn, ConditionStatus status) {
        assertEquals(status, ConditionStatus.of(false, enforceable, dueOn, fulfilledOn, TODAY));
    }

    @ParameterizedTest
    @CsvSource({"2010-05-31, , LAPSED", ", , LAPSED", "2010-07-01, , LAPSED", "2010-05-31, 2010-05-30, FULFILLED"})
    void lapsesWithItsAwardUnlessFulfilled(LocalDate dueOn, LocalDate fulfilledOn, ConditionStatus status) {
        assertEquals(status, ConditionStatus.of(true, true, dueOn, fulfilledOn, TODAY));
        assertEquals(status, ConditionStatus.of(true, false, dueOn, fulfilledOn, TODAY));
    }
}
