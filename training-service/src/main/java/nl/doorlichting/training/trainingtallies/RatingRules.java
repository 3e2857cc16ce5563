package nl.doorlichting.training.trainingtallies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** A rating is a mean, or the two bounds between which the mean is known to lie; never a bit of both. */
final class RatingRules {
    private RatingRules() {}

    static List<Violation> violations(TrainingRatingRequest rating) {
        if (rating.mean() != null) {
            return violationsOfMean(rating);
        }
        if (!rating.hasBounds()) {
            return List.of(required("/rating/mean"));
        }
        return violationsOfBounds(rating);
    }

    private static List<Violation> violationsOfMean(TrainingRatingRequest rating) {
        var violations = new ArrayList<Violation>();
        if (rating.meanLowest() != null) {
            violations.add(notAllowed("/rating/meanLowest", "Either a mean or its bounds."));
        }
        if (rating.meanHighest() != null) {
            violations.add(notAllowed("/rating/meanHighest", "Either a mean or its bounds."));
        }
        return violations;
    }

    private static List<Violation> violationsOfBounds(TrainingRatingRequest rating) {
        var violations = new ArrayList<Violation>();
        if (rating.meanLowest() == null) {
            violations.add(required("/rating/meanLowest"));
        }
        if (rating.meanHighest() == null) {
            violations.add(required("/rating/meanHighest"));
        }
        if (violations.isEmpty() && rating.meanLowest().compareTo(rating.meanHighest()) >= 0) {
            violations.add(Violation.body(
                    "/rating/meanHighest",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", rating.meanLowest()),
                    "The highest mean is above the lowest."));
        }
        if (rating.n() != null) {
            violations.add(notAllowed("/rating/n", "Who answered is only known of one mean."));
        }
        return violations;
    }

    private static Violation required(String pointer) {
        return Violation.body(pointer, ViolationCode.REQUIRED, "A rating is a mean, or a lowest and a highest one.");
    }

    private static Violation notAllowed(String pointer, String detail) {
        return Violation.body(pointer, ViolationCode.NOT_ALLOWED, detail);
    }
}
