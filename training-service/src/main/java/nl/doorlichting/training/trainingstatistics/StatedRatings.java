package nl.doorlichting.training.trainingstatistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;

/**
 * The ratings that tallies state: for each row that of the latest period, and of two for one period the one recorded last. A
 * rating of a single type is only in a row of that type, because it does not cover the others.
 */
final class StatedRatings {
    /** No ratings. */
    static final StatedRatings NONE = new StatedRatings(Map.of(), 0);

    private final Map<TrainingKey, TrainingRating> shown;
    private final long others;

    private StatedRatings(Map<TrainingKey, TrainingRating> shown, long others) {
        this.shown = shown;
        this.others = others;
    }

    /** A rating with the key of its row. */
    record Stated(TrainingKey key, boolean overAllTypes, Period period, TrainingRating rating) {}

    /**
     * The ratings to show.
     *
     * @param latestFirst ratings of periods within the requested days
     */
    static StatedRatings of(TrainingQuery query, List<Stated> latestFirst) {
        var oneType = query.by(TrainingDimension.TRAINING_TYPE) || query.trainingType() != null;
        var shown = new HashMap<TrainingKey, TrainingRating>();
        latestFirst.stream()
                .filter(stated -> oneType || stated.overAllTypes())
                .forEach(stated -> shown.putIfAbsent(stated.key(), stated.rating()));
        return new StatedRatings(shown, latestFirst.size() - shown.size());
    }

    /** Null for a row without a rating. */
    TrainingRating of(TrainingKey key) {
        return shown.get(key);
    }

    /** The number of ratings that are not shown. */
    long others() {
        return others;
    }
}
