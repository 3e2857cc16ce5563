package nl.doorlichting.training.ratingstatistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ratings of one row or of the total; for each training type the first one. */
final class RatingCell {
    private final Map<String, StatedRating> ratings = new LinkedHashMap<>();
    private long others;

    void add(StatedRating rating) {
        if (ratings.putIfAbsent(rating.trainingType(), rating) != null) {
            others++;
        }
    }

    Collection<StatedRating> ratings() {
        return ratings.values();
    }

    /** The number of ratings that are not in {@link #ratings}. */
    long others() {
        return others;
    }
}
