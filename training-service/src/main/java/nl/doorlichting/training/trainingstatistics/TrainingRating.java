package nl.doorlichting.training.trainingstatistics;

import java.math.BigDecimal;

/**
 * The latest rating of a training type; ratings are never averaged with one another.
 *
 * @param trainingType code; null for a rating over all types
 * @param known how many ratings of the type there are, this one included
 */
record TrainingRating(
        String trainingType,
        BigDecimal mean,
        BigDecimal lowest,
        BigDecimal highest,
        Integer n,
        String source,
        long known) {}
