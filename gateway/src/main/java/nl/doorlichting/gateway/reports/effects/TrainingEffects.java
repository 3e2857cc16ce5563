package nl.doorlichting.gateway.reports.effects;

import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.gateway.clients.training.TrainingRatings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What participants thought of trainings.
 *
 * @param evaluations answers to evaluations together, in steps of 5 or more; null before the first step, in every row, and in
 *     the total of a question by activity, by place or of days that are no whole calendar years
 * @param ratings as tallies state them, of each training type the latest; never averaged
 */
@Schema(name = "EffectReportTrainings")
public record TrainingEffects(@Schema(nullable = true) Evaluations evaluations, List<Rating> ratings) {

    /** Mean from 1 to 10, its spread (standard deviation), the part of the codes given, and how many answers they are of. */
    @Schema(name = "EffectReportEvaluations")
    public record Evaluations(BigDecimal mean, BigDecimal spread, BigDecimal responseRate, long n) {
        private static Evaluations from(TrainingRatings.Evaluations found) {
            return found == null
                    ? null
                    : new Evaluations(found.mean(), found.spread(), found.responseRate(), found.n());
        }
    }

    /**
     * A rating, on a scale of 1 to 10.
     *
     * @param trainingType code; null for a rating over all types
     * @param mean null when only its bounds are known
     * @param n how many answered; null when not stated
     */
    @Schema(name = "EffectReportRating")
    public record Rating(
            @Schema(nullable = true) String trainingType,
            @Schema(nullable = true) BigDecimal mean,
            @Schema(nullable = true) BigDecimal meanLowest,
            @Schema(nullable = true) BigDecimal meanHighest,
            @Schema(nullable = true) Integer n,
            String source) {

        private static Rating from(TrainingRatings.Rating rating) {
            return new Rating(
                    rating.trainingType(),
                    rating.mean(),
                    rating.meanLowest(),
                    rating.meanHighest(),
                    rating.n(),
                    rating.source());
        }
    }

    static TrainingEffects from(TrainingRatings.Figures figures) {
        return new TrainingEffects(
                Evaluations.from(figures.evaluations()),
                figures.ratings().stream().map(Rating::from).toList());
    }
}
