package nl.doorlichting.training.trainingstatistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.api.figures.TrainingAnswer.Evaluations;
import nl.doorlichting.api.figures.TrainingAnswer.Rating;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.evaluations.EvaluationSums;

/**
 * What a group of records adds to a row or a total. It merges in any order.
 *
 * @param planned sessions planned, whatever became of them; this and the others are null when no record states it
 * @param held sessions held
 * @param cancelled sessions called off
 * @param toCome sessions of today or later that are neither
 * @param neverHeld sessions of an earlier day that are neither
 * @param participants of held sessions
 * @param expected participants of planned sessions
 * @param codes number of evaluation codes of the sessions
 * @param ratings as tallies state them
 * @param evaluations null when there are none to show
 */
record TrainingSums(
        Long planned,
        Long held,
        Long cancelled,
        Long toCome,
        Long neverHeld,
        QuantitySum participants,
        QuantitySum expected,
        long codes,
        List<StatedRating> ratings,
        EvaluationSums evaluations) {

    static final TrainingSums NOTHING =
            new TrainingSums(null, null, null, null, null, QuantitySum.ZERO, QuantitySum.ZERO, 0, List.of(), null);

    static final Measure<TrainingSums> MEASURE =
            new Measure<>(NOTHING, TrainingSums::plus).counting(TrainingSums::counts);

    private static final String PLANNED = "planned";
    private static final String HELD = "held";
    private static final String CANCELLED = "cancelled";
    private static final String TO_COME = "toCome";
    private static final String NEVER_HELD = "neverHeld";
    private static final String PARTICIPANTS = "participants";
    private static final String EXPECTED = "expectedParticipants";
    private static final String CODES = "codes";

    static TrainingSums ofSessions(Long planned, Long held, Long cancelled, Long toCome, Long neverHeld) {
        return new TrainingSums(
                planned, held, cancelled, toCome, neverHeld, QuantitySum.ZERO, QuantitySum.ZERO, 0, List.of(), null);
    }

    static TrainingSums ofParticipants(QuantitySum participants, QuantitySum expected) {
        return new TrainingSums(null, null, null, null, null, participants, expected, 0, List.of(), null);
    }

    static TrainingSums ofCodes(long codes) {
        return new TrainingSums(
                null, null, null, null, null, QuantitySum.ZERO, QuantitySum.ZERO, codes, List.of(), null);
    }

    static TrainingSums ofRating(StatedRating rating) {
        return new TrainingSums(
                null, null, null, null, null, QuantitySum.ZERO, QuantitySum.ZERO, 0, List.of(rating), null);
    }

    static TrainingSums ofEvaluations(EvaluationSums evaluations) {
        return new TrainingSums(
                null, null, null, null, null, QuantitySum.ZERO, QuantitySum.ZERO, 0, List.of(), evaluations);
    }

    TrainingSums plus(TrainingSums other) {
        return new TrainingSums(
                plus(planned, other.planned),
                plus(held, other.held),
                plus(cancelled, other.cancelled),
                plus(toCome, other.toCome),
                plus(neverHeld, other.neverHeld),
                participants.plus(other.participants),
                expected.plus(other.expected),
                Math.addExact(codes, other.codes),
                Stream.concat(ratings.stream(), other.ratings.stream()).toList(),
                plus(evaluations, other.evaluations));
    }

    /** Each number that it states, apart: a tally of planned sessions holds no participants. Opinions are no numbers. */
    private Map<String, TrainingSums> counts() {
        var counts = new LinkedHashMap<String, TrainingSums>();
        if (planned != null) {
            counts.put(PLANNED, ofSessions(planned, null, null, null, null));
        }
        if (held != null) {
            counts.put(HELD, ofSessions(null, held, null, null, null));
        }
        if (cancelled != null) {
            counts.put(CANCELLED, ofSessions(null, null, cancelled, null, null));
        }
        if (toCome != null) {
            counts.put(TO_COME, ofSessions(null, null, null, toCome, null));
        }
        if (neverHeld != null) {
            counts.put(NEVER_HELD, ofSessions(null, null, null, null, neverHeld));
        }
        if (isStated(participants)) {
            counts.put(PARTICIPANTS, ofParticipants(participants, QuantitySum.ZERO));
        }
        if (isStated(expected)) {
            counts.put(EXPECTED, ofParticipants(QuantitySum.ZERO, expected));
        }
        if (codes > 0) {
            counts.put(CODES, ofCodes(codes));
        }
        return counts;
    }

    /**
     * The row.
     *
     * @param ofOneType whether all figures are of one training type, so that a rating of one covers them
     */
    static TrainingAnswer.Row row(Table.Row<TrainingSums> row, boolean ofOneType) {
        var sums = row.sum();
        return row(
                row,
                sums.rating(ofOneType)
                        .map(TrainingSums::shown)
                        .or(() -> Optional.ofNullable(sums.evaluations)
                                .filter(EvaluationSums::enough)
                                .map(TrainingSums::mean))
                        .orElse(null));
    }

    /** The same without a rating, because ratings are not averaged. */
    static TrainingAnswer.Row total(Table.Row<TrainingSums> row) {
        return row(row, null);
    }

    /** The ratings that a row does not show. */
    long otherRatings(boolean ofOneType) {
        return ratings.size() - rating(ofOneType).stream().count();
    }

    boolean isSuppressed() {
        return evaluations != null && !evaluations.enough();
    }

    /** The rating to show; a rating of a single type does not cover others. */
    private Optional<StatedRating> rating(boolean ofOneType) {
        return ratings.stream()
                .filter(stated -> ofOneType || stated.rating().trainingType() == null)
                .sorted()
                .findFirst();
    }

    private static TrainingAnswer.Row row(Table.Row<TrainingSums> row, Rating rating) {
        var sums = row.sum();
        return new TrainingAnswer.Row(
                row.key(),
                new TrainingAnswer.Sessions(
                        shown(row, PLANNED, sums.planned),
                        shown(row, HELD, sums.held),
                        shown(row, CANCELLED, sums.cancelled),
                        shown(row, TO_COME, sums.toCome),
                        shown(row, NEVER_HELD, sums.neverHeld)),
                shown(row, PARTICIPANTS, sums.participants.aggregate()),
                shown(row, EXPECTED, sums.expected.aggregate()),
                rating,
                sums.evaluations == null ? null : shown(sums.evaluations),
                TrainingAnswer.Links.NONE);
    }

    private static <T> T shown(Table.Row<TrainingSums> row, String count, T sum) {
        return row.withheld().contains(count) ? null : sum;
    }

    private static Long plus(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.addExact(one, other);
    }

    private static EvaluationSums plus(EvaluationSums one, EvaluationSums other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.plus(other);
    }

    private static boolean isStated(QuantitySum sum) {
        return sum.observations().total() > 0;
    }

    private static Rating shown(StatedRating stated) {
        var rating = stated.rating();
        return new Rating(rating.mean(), rating.meanLowest(), rating.meanHighest(), rating.n(), rating.source());
    }

    private static Rating mean(EvaluationSums sums) {
        return new Rating(sums.mean(), null, null, Math.toIntExact(sums.answers()), "evaluations");
    }

    private static Evaluations shown(EvaluationSums sums) {
        return new Evaluations(
                sums.codes(),
                !sums.enough(),
                sums.enough() ? sums.answers() : null,
                sums.responseRate(),
                sums.mean(),
                sums.spread(),
                sums.knowledgeGained().share(),
                sums.applicable().share(),
                sums.sharedWithPartners().share());
    }
}
