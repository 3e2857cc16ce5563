package nl.doorlichting.reporting.indicators;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was measured on a day.
 *
 * @param value in the indicator's unit
 * @param reason why it replaces what the same day already has; absent for a first measurement
 * @param source where this is written
 */
public record IndicatorActualRequest(
        @NotNull LocalDate measuredOn,
        @NotNull BigDecimal value,
        @Size(min = 1, max = 2000) String reason,
        @NotBlank @Size(max = 500) String source,
        @Size(max = 2000) String note) {}
