package nl.doorlichting.training.trainingtallies;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
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

    TrainingRatingResponse toResponse() {
        return new TrainingRatingResponse(mean, lowest, highest, n);
    }
}
