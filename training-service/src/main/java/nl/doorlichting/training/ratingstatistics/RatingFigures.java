package nl.doorlichting.training.ratingstatistics;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.training.evaluations.EvaluationSums;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Ratings of the trainings of one row.
 *
 * @param evaluations sums of answers to evaluations, in steps of 5 or more; null before the first step, and in every row
 * @param ratings stated by tallies, for each training type that of the latest period; never averaged
 */
@Schema(name = "RatingStatisticsFigures")
record RatingFigures(@Schema(nullable = true) Evaluations evaluations, List<Rating> ratings) {

    /**
     * Answers to evaluations, all of them together.
     *
     * @param mean mean rating, from 1 to 10
     * @param spread standard deviation of the ratings (of a sample)
     * @param responseRate codes used of codes given, from 0 to 1
     * @param n number of answers
     */
    @Schema(name = "RatingStatisticsEvaluations")
    record Evaluations(BigDecimal mean, BigDecimal spread, BigDecimal responseRate, long n) {
        private static Evaluations from(EvaluationSums sums) {
            return sums != null && sums.enough()
                    ? new Evaluations(sums.mean(), sums.spread(), sums.responseRate(), sums.answers())
                    : null;
        }
    }

    /**
     * A rating as its source gives it, on a scale of 1 to 10.
     *
     * @param trainingType code; null for a rating over all types
     * @param mean null when only its bounds are known
     * @param n number of answers; null when not stated
     */
    @Schema(name = "RatingStatisticsRating")
    record Rating(
            @Schema(nullable = true) String trainingType,
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {

        private static Rating from(StatedRating rating) {
            return new Rating(
                    rating.trainingType(),
                    rating.mean(),
                    rating.lowest(),
                    rating.highest(),
                    rating.n(),
                    rating.source());
        }
    }

    static RatingFigures from(RatingCell cell, EvaluationSums evaluations) {
        return new RatingFigures(
                Evaluations.from(evaluations),
                cell.ratings().stream().map(Rating::from).toList());
    }
}
