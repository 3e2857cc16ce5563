package nl.doorlichting.training.trainingstatistics;

import java.math.BigDecimal;
import java.util.Comparator;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.domain.period.Period;

/**
 * A rating as a tally states it. That of the latest period comes first, and of two for one period the one recorded last.
 *
 * @param tally id, which grows with the time of recording
 */
record StatedRating(Period period, String tally, RatingAnswer.Rating rating) implements Comparable<StatedRating> {
    /** What {@link #read} reads, of latest versions under the alias e. */
    static final String COLUMNS = "e.period_from, e.period_until, cast(e.tally_id as text), e.training_type,"
            + " e.rating_mean, e.rating_lowest, e.rating_highest, e.rating_n, e.source";

    static final String IS_STATED = "num_nonnulls(e.rating_mean, e.rating_lowest) > 0";

    private static final Comparator<StatedRating> LATEST_FIRST = Comparator.comparing(
                    (StatedRating stated) -> stated.period().until())
            .thenComparing(stated -> stated.period().from())
            .thenComparing(StatedRating::tally)
            .reversed();

    /** The rating in a row, from this column on. */
    static StatedRating read(Object[] row, int column) {
        return new StatedRating(
                NativeRows.period(row[column], row[column + 1]),
                (String) row[column + 2],
                new RatingAnswer.Rating(
                        (String) row[column + 3],
                        (BigDecimal) row[column + 4],
                        (BigDecimal) row[column + 5],
                        (BigDecimal) row[column + 6],
                        (Integer) row[column + 7],
                        (String) row[column + 8]));
    }

    /** Whether the tally states a rating. */
    boolean isStated() {
        return rating.mean() != null || rating.meanLowest() != null;
    }

    @Override
    public int compareTo(StatedRating other) {
        return LATEST_FIRST.compare(this, other);
    }
}
