package nl.doorlichting.reporting.products;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;

/**
 * How often a product was used in a period.
 *
 * @param period days of the count; it shares no day with a period counted before
 * @param use number of times that it was used in the period
 * @param source where this is written, in words: the document and its page or line
 */
public record ProductUseRequest(
        @NotNull Period period,
        @NotNull Quantity use,
        @NotBlank @Size(max = 500) String source) {}
