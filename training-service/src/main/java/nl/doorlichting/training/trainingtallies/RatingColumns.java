package nl.doorlichting.training.trainingtallies;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import nl.doorlichting.training.trainingtallies.TrainingTallyRequest.TrainingRatingRequest;
import nl.doorlichting.training.trainingtallies.TrainingTallyResponse.TrainingRatingResponse;

/** A rating in the columns of a tally: a mean with or without n, or its two bounds. */
@Embeddable
class RatingColumns {
    @Column(name = "rating_mean")
    private BigDecimal mean;

    @Column(name = "rating_lowest")
    private BigDecimal lowest;

    @Column(name = "rating_highest")
    private BigDecimal highest;

    @Column(name = "rating_n")
    private Integer n;

    /** For the persistence provider. */
    protected RatingColumns() {}

    /** The columns of a rating; null for null, so that the columns stay empty. */
    static RatingColumns of(TrainingRatingRequest rating) {
        if (rating == null) {
            return null;
        }
        var columns = new RatingColumns();
        columns.mean = rating.mean();
        columns.lowest = rating.meanLowest();
        columns.highest = rating.meanHighest();
        columns.n = rating.n();
        return columns;
    }

    TrainingRatingRequest toRequest() {
        return new TrainingRatingRequest(mean, lowest, highest, n);
    }

    /** What is equal for two ratings that state the same: 7.5 is 7.50. */
    List<Object> statement() {
        return Arrays.asList(plain(mean), plain(lowest), plain(highest), n);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    TrainingRatingResponse toResponse() {
        return new TrainingRatingResponse(mean, lowest, highest, n);
    }
}
