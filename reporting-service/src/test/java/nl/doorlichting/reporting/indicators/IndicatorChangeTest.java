package nl.doorlichting.reporting.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorChangeTest {
    private static final LocalDate DAY = LocalDate.of(2010, 6, 1);

    @ParameterizedTest(name = "{0} from {1} to {3}, wanted {2}")
    @CsvSource({
        "UP, 10, 12, 12.00, 2.00, IMPROVED, true",
        "UP, 10, 12, 11.99, 1.99, IMPROVED, false",
        "UP, 10, , 9, -1, WORSENED, ",
        "UP, 10, 10, 10.0, 0.0, UNCHANGED, true",
        "DOWN, 10, 5, 5, -5, IMPROVED, true",
        "DOWN, 10, 5, 5.01, -4.99, IMPROVED, false",
        "DOWN, -1, , 0, 1, WORSENED, ",
    })
    void courseFollowsDirectionOfIndicator(
            IndicatorDirection direction,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal actual,
            BigDecimal difference,
            IndicatorChange.Course course,
            Boolean reached) {
        assertEquals(
                new IndicatorChange(difference, DAY, course, reached),
                IndicatorChange.of(direction, baseline, target, actual, DAY));
    }
}
