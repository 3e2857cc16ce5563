package nl.doorlichting.reporting.indicators;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was measured on a day.
 *
 * @param measuredOn day of the measurement, not in the future
 * @param value measured value, in the unit of the indicator, a number with at most two decimals
 * @param reason why an earlier value of the same day is replaced, in words; required where the day has a value already
 *     (409 without), and absent for a new day (400 with)
 * @param source where the value is written, in words: the document and its page or line
 */
public record IndicatorActualRequest(
        @NotNull LocalDate measuredOn,
        @NotNull BigDecimal value,
        @Size(min = 1, max = 2000) String reason,
        @NotBlank @Size(max = 500) String source,
        @Size(max = 2000) String note) {}
