package nl.doorlichting.reporting.products;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;

/**
 * How often a product was used in a period.
 *
 * @param period days of the count; a period that shares a day with one that was counted before is 409
 * @param use number of times that the product was used in the period, as its source counts uses; not of different
 *     people
 * @param source where the count is written, in words: the document and its page or line
 */
public record ProductUseRequest(
        @NotNull Period period,
        @NotNull Quantity use,
        @NotBlank @Size(max = 500) String source) {}
