package nl.doorlichting.training.trainingtallies;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;

/**
 * How participants rated, on a scale of 1 to 10 with at most two decimals: either a mean, or the two bounds between
 * which the mean is known to lie, as in "7.5-8".
 *
 * @param n how many answered; only beside a mean
 */
public record TrainingRatingRequest(
        @Min(1) @Max(10) BigDecimal mean,
        @Min(1) @Max(10) BigDecimal meanLowest,
        @Min(1) @Max(10) BigDecimal meanHighest,
        @Min(1) @Max(MAXIMUM) Integer n) {

    private static final long MAXIMUM = 1_000_000;

    boolean hasBounds() {
        return meanLowest != null || meanHighest != null;
    }
}
