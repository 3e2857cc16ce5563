package nl.doorlichting.training.trainingstatistics;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.api.figures.TrainingAnswer.Evaluations;
import nl.doorlichting.api.figures.TrainingAnswer.Rating;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.evaluations.EvaluationSums;

/**
 * One row, or the total. Each sum compares the days of its own records only.
 *
 * @param ofOneType whether all figures are of one training type, so that a rating of one covers them
 */
record TrainingSums(Key key, List<TrainingFigure> figures, boolean ofOneType) {

    TrainingAnswer.Row row() {
        return new TrainingAnswer.Row(
                key,
                sessions(),
                participants(),
                rating().map(TrainingSums::shown)
                        .or(() -> evaluations().filter(EvaluationSums::enough).map(TrainingSums::mean))
                        .orElse(null),
                evaluations().map(TrainingSums::shown).orElse(null));
    }

    /** The same without a rating, because ratings are not averaged. */
    TrainingAnswer.Row total() {
        return new TrainingAnswer.Row(
                key,
                sessions(),
                participants(),
                null,
                evaluations().map(TrainingSums::shown).orElse(null));
    }

    /** The rating to show; a rating of a single type does not cover others. */
    Optional<StatedRating> rating() {
        return figures.stream()
                .map(TrainingFigure::rating)
                .filter(Objects::nonNull)
                .filter(stated -> ofOneType || stated.rating().trainingType() == null)
                .sorted()
                .findFirst();
    }

    /** The ratings that are not shown. */
    long otherRatings() {
        var all = figures.stream().filter(figure -> figure.rating() != null).count();
        return all - (rating().isPresent() ? 1 : 0);
    }

    boolean isSuppressed() {
        return evaluations().filter(sums -> !sums.enough()).isPresent();
    }

    /** The periods that share days. */
    SortedSet<Period> overlapping() {
        var found = new TreeSet<Period>();
        found.addAll(days(figure -> figure.planned() != null).found());
        found.addAll(days(figure -> figure.held() != null).found());
        found.addAll(days(TrainingFigure::countsParticipants).found());
        return found;
    }

    private TrainingAnswer.Sessions sessions() {
        return new TrainingAnswer.Sessions(sessions(TrainingFigure::planned), sessions(TrainingFigure::held));
    }

    /** Null when nothing is recorded, and when one figure contains another. */
    private Long sessions(Function<TrainingFigure, Long> number) {
        return days(figure -> number.apply(figure) != null).oneContainsAnother()
                ? null
                : figures.stream()
                        .map(number)
                        .filter(Objects::nonNull)
                        .reduce(Math::addExact)
                        .orElse(null);
    }

    /** Null only when one figure contains another. */
    private AggregatedQuantity participants() {
        return days(TrainingFigure::countsParticipants).oneContainsAnother()
                ? null
                : figures.stream()
                        .map(TrainingFigure::participants)
                        .reduce(QuantitySum.ZERO, QuantitySum::plus)
                        .aggregate();
    }

    /** Empty without codes, and for a question for which evaluations are not shown. */
    private Optional<EvaluationSums> evaluations() {
        return figures.stream()
                .map(TrainingFigure::evaluations)
                .filter(Objects::nonNull)
                .reduce(EvaluationSums::plus);
    }

    private SharedDays days(Predicate<TrainingFigure> counted) {
        var days = new SharedDays();
        figures.stream().filter(counted).forEach(days::add);
        return days;
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
