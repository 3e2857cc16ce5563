package nl.doorlichting.reporting.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an indicator moved from its baseline to the last day it was measured, which is a later day.
 *
 * @param difference the last value minus the baseline, in the unit of the indicator
 * @param per12Months the difference divided by the years between baseline and last measurement, in the unit of the
 *     indicator for 12 months, rounded to two decimals; null for a baseline from before 1900
 * @param measuredOn day of the last measurement, or last day of its period
 * @param targetReached whether the last value is at the target or beyond it, in the wanted direction; null without a
 *     target
 */
public record IndicatorChange(
        BigDecimal difference,
        @Schema(nullable = true) BigDecimal per12Months,
        LocalDate measuredOn,
        Course course,
        @Schema(nullable = true) Boolean targetReached) {

    /** The course, by the direction that is better for this indicator. */
    @Schema(name = "IndicatorCourse")
    public enum Course {
        /** The last value is better than the baseline. */
        IMPROVED,
        /** The last value equals the baseline. */
        UNCHANGED,
        /** The last value is worse than the baseline. */
        WORSENED
    }

    /**
     * The change from a baseline to a measurement; null without either, or when the measurement is not of later days.
     *
     * @param target may be null
     * @param measuredFrom first day of the measurement
     * @param measuredOn its last day
     */
    public static IndicatorChange between(
            IndicatorDirection direction,
            BigDecimal baseline,
            LocalDate baselineOn,
            BigDecimal target,
            BigDecimal actual,
            LocalDate measuredFrom,
            LocalDate measuredOn) {
        if (baselineOn == null || measuredFrom == null || !measuredFrom.isAfter(baselineOn)) {
            return null;
        }
        var difference = actual.subtract(baseline);
        var course = Course.values()[1 - gain(direction, baseline, actual)];
        var reached = target == null ? null : gain(direction, target, actual) >= 0;
        return new IndicatorChange(
                difference, per12Months(difference, baselineOn, measuredOn), measuredOn, course, reached);
    }

    private static BigDecimal per12Months(BigDecimal difference, LocalDate from, LocalDate until) {
        return from.isBefore(Period.EARLIEST)
                ? null
                : difference.divide(new BigDecimal(new Period(from, until).years()), 2, RoundingMode.HALF_UP);
    }

    /** 1 for better, 0 for as good, -1 for worse. */
    private static int gain(IndicatorDirection direction, BigDecimal from, BigDecimal to) {
        return direction == IndicatorDirection.UP ? to.compareTo(from) : from.compareTo(to);
    }
}
