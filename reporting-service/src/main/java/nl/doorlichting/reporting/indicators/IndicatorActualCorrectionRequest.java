package nl.doorlichting.reporting.indicators;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import nl.doorlichting.domain.period.Period;

/**
 * What should have been stated of a measurement. Its day stays: a measurement of another day is withdrawn and recorded anew.
 *
 * @param reason why the value of the day is wrong, in words
 * @param value measured value, in the unit of the indicator, a number with at most two decimals
 * @param period period over which the value was measured, of which the day of the measurement is the last one; absent
 *     where it was measured on the day
 * @param source where the value is written, in words: the document and its page or line
 */
public record IndicatorActualCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull BigDecimal value,
        Period period,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note) {}
