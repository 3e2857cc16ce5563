package nl.doorlichting.training.ratingstatistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one row or the total holds; of each training type only the rating that comes first. */
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

    /** Ratings that are known and not among {@link #ratings}. */
    long others() {
        return others;
    }
}
