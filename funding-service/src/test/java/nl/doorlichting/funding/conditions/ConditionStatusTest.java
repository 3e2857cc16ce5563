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
        assertEquals(status, ConditionStatus.of(enforceable, dueOn, fulfilledOn, TODAY));
    }
}
