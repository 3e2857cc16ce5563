package nl.doorlichting.reporting.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.IndicatorDirection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an indicator moved from its baseline to the last day it was measured.
 *
 * @param difference the last value less the baseline, in the indicator's unit
 * @param measuredOn the last day
 * @param targetReached null without a target
 */
public record IndicatorChange(
        BigDecimal difference,
        LocalDate measuredOn,
        Course course,
        @Schema(nullable = true) Boolean targetReached) {

    /** The course, by the direction that is better for this indicator. */
    @Schema(name = "IndicatorCourse")
    public enum Course {
        IMPROVED,
        UNCHANGED,
        WORSENED
    }

    /** The change from a baseline that was taken; {@code target} may be null. */
    static IndicatorChange of(
            IndicatorDirection direction,
            BigDecimal baseline,
            BigDecimal target,
            BigDecimal actual,
            LocalDate measuredOn) {
        var course = Course.values()[1 - gain(direction, baseline, actual)];
        var reached = target == null ? null : gain(direction, target, actual) >= 0;
        return new IndicatorChange(actual.subtract(baseline), measuredOn, course, reached);
    }

    /** 1 for better, 0 for as good, -1 for worse. */
    private static int gain(IndicatorDirection direction, BigDecimal from, BigDecimal to) {
        return direction == IndicatorDirection.UP ? to.compareTo(from) : from.compareTo(to);
    }
}
