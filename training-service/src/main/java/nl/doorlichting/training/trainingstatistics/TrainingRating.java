package nl.doorlichting.training.trainingstatistics;

import java.math.BigDecimal;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** A rating of trainings, from a source or from evaluations, never from both. */
record TrainingRating(BigDecimal mean, BigDecimal lowest, BigDecimal highest, Integer n, String source) {
    /** The rating from evaluations; null while there are too few answers. */
    static TrainingRating of(EvaluationSums evaluations) {
        return evaluations.enough()
                ? new TrainingRating(
                        evaluations.mean(), null, null, Math.toIntExact(evaluations.answers()), "evaluations")
                : null;
    }
}
