package nl.doorlichting.reporting.indicators;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was measured on a day.
 *
 * @param value measured value, in the unit of the indicator
 * @param reason why a value of the same day is replaced, in words; absent for a new day
 * @param source where this is written, in words: the document and its page or line
 */
public record IndicatorActualRequest(
        @NotNull LocalDate measuredOn,
        @NotNull BigDecimal value,
        @Size(min = 1, max = 2000) String reason,
        @NotBlank @Size(max = 500) String source,
        @Size(max = 2000) String note) {}
