package nl.doorlichting.training.ratingstatistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** What one row or the total holds; of each training type only the rating that comes first. */
final class RatingCell {
    private final Map<String, StatedRating> ratings = new LinkedHashMap<>();
    private EvaluationSums evaluations = EvaluationSums.NONE;
    private long others;

    void add(EvaluationSums sums) {
        evaluations = evaluations.plus(sums);
    }

    void add(StatedRating rating) {
        if (ratings.putIfAbsent(rating.trainingType(), rating) != null) {
            others++;
        }
    }

    Collection<StatedRating> ratings() {
        return ratings.values();
    }

    EvaluationSums evaluations() {
        return evaluations;
    }

    /** Ratings that are known and not among {@link #ratings}. */
    long others() {
        return others;
    }

    boolean isSuppressed() {
        return evaluations.answers() > 0 && !evaluations.enough();
    }
}
