package nl.doorlichting.training.trainingtallies;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How participants rated, on a scale of 1 to 10.
 *
 * @param mean null when only its bounds are known
 * @param n how many answered; null when not stated
 */
public record TrainingRatingResponse(
        @Schema(nullable = true) BigDecimal mean,
        @Schema(nullable = true) BigDecimal meanLowest,
        @Schema(nullable = true) BigDecimal meanHighest,
        @Schema(nullable = true) Integer n) {

    static TrainingRatingResponse from(RatingColumns rating) {
        return rating == null ? null : new TrainingRatingResponse(rating.mean, rating.lowest, rating.highest, rating.n);
    }
}
