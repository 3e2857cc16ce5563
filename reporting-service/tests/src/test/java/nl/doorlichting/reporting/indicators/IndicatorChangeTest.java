package nl.doorlichting.reporting.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import org.junit.jupiter.api.Test;
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
                new IndicatorChange(difference, difference.setScale(2), DAY, course, reached),
                IndicatorChange.between(direction, baseline, DAY.minusYears(1), target, actual, DAY, DAY));
    }

    @ParameterizedTest(name = "from {0}: {1} per 12 months")
    @CsvSource({"2008-06-01, 1.50", "2010-03-01, 12.00", "2010-05-31, 1111.11", "1899-12-31, "})
    void ratesAreOfTwelveMonths(LocalDate baselineOn, BigDecimal rate) {
        assertEquals(rate, change(baselineOn, DAY).per12Months());
    }

    @Test
    void changeIsToLaterDay() {
        assertNull(change(DAY, DAY));
        assertNull(change(DAY.plusDays(1), DAY));
        assertNull(change(null, DAY));
        assertNull(change(DAY, null));
    }

    @Test
    void changeIsToPeriodAfterBaseline() {
        assertNull(change(DAY.minusDays(5), DAY.minusDays(5), DAY));
        assertEquals(DAY, change(DAY.minusDays(5), DAY.minusDays(4), DAY).measuredOn());
    }

    private static IndicatorChange change(LocalDate baselineOn, LocalDate measuredOn) {
        return change(baselineOn, measuredOn, measuredOn);
    }

    private static IndicatorChange change(LocalDate baselineOn, LocalDate first, LocalDate last) {
        return IndicatorChange.between(
                IndicatorDirection.UP, BigDecimal.ONE, baselineOn, null, BigDecimal.valueOf(4), first, last);
    }
}
