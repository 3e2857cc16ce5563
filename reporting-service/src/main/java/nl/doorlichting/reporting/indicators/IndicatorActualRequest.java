package nl.doorlichting.reporting.indicators;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * What was measured on a day or over a period: either measuredOn or period is stated.
 *
 * @param measuredOn day of the measurement, not in the future; absent where period is stated
 * @param period period over which the value was measured, its last day not in the future; the measurement is then that of
 *     its last day; absent where measuredOn is stated
 * @param value measured value, in the unit of the indicator, a number with at most two decimals
 * @param reason why an earlier value of the same day is replaced, in words; required where the day has a value already
 *     (409 without), and absent for a day without one (400 with); it may be stated for a day whose value is withdrawn
 * @param source where the value is written, in words: the document and its page or line
 */
public record IndicatorActualRequest(
        LocalDate measuredOn,
        Period period,
        @NotNull BigDecimal value,
        @Size(min = 1, max = 2000) String reason,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note)
        implements HasCrossFieldRules {
    @Override
    public List<Violation> crossViolations(Predicate<String> isBroken) {
        return isBroken.test("/period") ? List.of() : crossViolations();
    }

    @Override
    public List<Violation> crossViolations() {
        if (measuredOn == null && period == null) {
            return List.of(Violation.body(
                    "/measuredOn", ViolationCode.REQUIRED, Map.of(), Text.of("indicator.day-or-period-required")));
        }
        if (measuredOn != null && period != null) {
            return List.of(Violation.body(
                    "/period", ViolationCode.NOT_ALLOWED, Map.of(), Text.of("indicator.day-and-period")));
        }
        return List.of();
    }

    /** What a correction would state to leave the value so, without its reason. */
    IndicatorActualCorrectionRequest correction() {
        return new IndicatorActualCorrectionRequest(null, value, period, source, note);
    }

    /** The day of which the measurement is: the last one of its period. */
    LocalDate day() {
        return period == null ? measuredOn : lastDay(period);
    }

    static LocalDate lastDay(Period period) {
        return period.until().minusDays(1);
    }
}
