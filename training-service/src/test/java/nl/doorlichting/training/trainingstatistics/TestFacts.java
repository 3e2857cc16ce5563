package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.evaluations.EvaluationSums;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;
import nl.doorlichting.training.trainingstatistics.TrainingFact.Kind;

/** Facts for tests, which state only the fields that matter. Types are in alphabetical order. */
final class TestFacts {
    private TestFacts() {}

    static TrainingFact held(String type, Period period, long sessions, long participants) {
        var sum = QuantitySum.of(new Quantity.Exact(participants));
        return fact(type, Kind.TALLY, period, null, sessions, sum);
    }

    static TrainingFact planned(String type, Period period, long sessions) {
        return fact(type, Kind.TALLY, period, sessions, null, QuantitySum.ZERO);
    }

    /** Sessions on some days of the period. */
    static TrainingFact heldWithin(String type, Period period, long sessions, long participants) {
        var sum = QuantitySum.of(new Quantity.Exact(participants));
        return fact(type, Kind.DAYS, period, null, sessions, sum);
    }

    /** A type and year with so many shown answers, all with the same rating. */
    static Cell evaluated(String type, long answers, long rating) {
        var none = new Agreement(0, 0);
        return new Cell(
                type,
                2010,
                new EvaluationSums(20, answers, answers * rating, answers * rating * rating, none, none, none));
    }

    static TrainingFigures figures(StatedRatings ratings, TrainingFact... facts) {
        return figures(ratings, ShownEvaluations.withheld(0), facts);
    }

    static TrainingFigures figures(StatedRatings ratings, ShownEvaluations evaluations, TrainingFact... facts) {
        return new TrainingFigures(List.of(facts), List.of(facts), ratings, evaluations, 0, 0, periods -> periods);
    }

    static TrainingKey key(String type) {
        var order = type == null ? null : Integer.valueOf(type.charAt(0));
        return new TrainingKey(TrainingQuery.DEFAULT_DIMENSIONS, order, type, null, null, null, null, null, null);
    }

    static Period day(int year, int month, int day) {
        var date = LocalDate.of(year, month, day);
        return new Period(date, date.plusDays(1));
    }

    private static TrainingFact fact(
            String type, Kind kind, Period period, Long planned, Long held, QuantitySum participants) {
        return new TrainingFact(key(type), kind, type == null, period, false, 1, planned, held, participants, 0);
    }
}
