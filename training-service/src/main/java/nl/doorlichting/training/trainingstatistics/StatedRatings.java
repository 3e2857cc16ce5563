package nl.doorlichting.training.trainingstatistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;

/**
 * The ratings that tallies state: of each row the latest, of two on the same period that recorded last. One of a single
 * type stands only in a row of that type, for it says nothing of the others.
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

    /** One rating with the row that it may stand in. */
    record Stated(TrainingKey key, boolean overAllTypes, Period period, TrainingRating rating) {}

    /**
     * The ratings to show.
     *
     * @param latestFirst ratings wholly within the days asked for
     */
    static StatedRatings of(TrainingQuery query, List<Stated> latestFirst) {
        var oneType = query.by(TrainingDimension.TRAINING_TYPE) || query.trainingType() != null;
        var shown = new HashMap<TrainingKey, TrainingRating>();
        latestFirst.stream()
                .filter(stated -> oneType || stated.overAllTypes())
                .forEach(stated -> shown.putIfAbsent(stated.key(), stated.rating()));
        return new StatedRatings(shown, latestFirst.size() - shown.size());
    }

    /** Null where none is stated. */
    TrainingRating of(TrainingKey key) {
        return shown.get(key);
    }

    /** Those known and not shown. */
    long others() {
        return others;
    }
}
