package nl.doorlichting.training.ratingstatistics;

import java.math.BigDecimal;
import nl.doorlichting.domain.effects.StatedActivity;

/**
 * A rating as a tally states it.
 *
 * @param inside whether all days of the tally are requested
 * @param trainingType code; null for a rating over all types
 */
record StatedRating(
        StatedActivity stated,
        boolean inside,
        String trainingType,
        BigDecimal mean,
        BigDecimal lowest,
        BigDecimal highest,
        Integer n,
        String source) {}
