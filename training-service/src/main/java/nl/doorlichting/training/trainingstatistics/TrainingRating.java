package nl.doorlichting.training.trainingstatistics;

import java.math.BigDecimal;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** How trainings were rated, as a source says it or as their evaluations give it; never both in one. */
record TrainingRating(BigDecimal mean, BigDecimal lowest, BigDecimal highest, Integer n, String source) {
    /** What the answers of participants give; null while too few answered. */
    static TrainingRating of(EvaluationSums evaluations) {
        return evaluations.enough()
                ? new TrainingRating(
                        evaluations.mean(), null, null, Math.toIntExact(evaluations.answers()), "evaluations")
                : null;
    }
}
