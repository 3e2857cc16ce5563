package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.evaluations.EvaluationSums;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;
import nl.doorlichting.training.trainingstatistics.TrainingFigure.Kind;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Type;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Types;

/** Facts for tests, which state only the fields that matter. The types are Z, A and B, in this order. */
final class TestFacts {
    private TestFacts() {}

    static Types types() {
        var types = new LinkedHashMap<String, Type>();
        Stream.of("Z", "A", "B").forEach(code -> types.put(code, new Type(types.size(), TargetGroup.OTHER, null)));
        return new Types(types);
    }

    static Fact<List<TrainingFigure>> held(String type, Period period, long sessions, long participants) {
        var sum = QuantitySum.of(new Quantity.Exact(participants));
        return fact(type, heldFigure(type, period, sessions, sum));
    }

    static TrainingFigure heldFigure(String type, Period period, long sessions, QuantitySum participants) {
        return TrainingFigure.ofTallies(type == null, period, null, sessions, participants);
    }

    static Fact<List<TrainingFigure>> planned(String type, Period period, long sessions) {
        return fact(type, TrainingFigure.ofTallies(type == null, period, sessions, null, QuantitySum.ZERO));
    }

    /** Sessions on some days of the period. */
    static Fact<List<TrainingFigure>> heldWithin(String type, Period period, long sessions, long participants) {
        var sum = QuantitySum.of(new Quantity.Exact(participants));
        return fact(type, new TrainingFigure(Kind.DAYS, false, period, null, sessions, sum, 0, null, null));
    }

    /** The rating of a tally; a later id is recorded later. */
    static Fact<List<TrainingFigure>> rated(String type, Period period, String tally, RatingAnswer.Rating rating) {
        return Fact.of(0, List.of(TrainingFigure.ofRating(new StatedRating(period, tally, rating))))
                .during(period)
                .stating(type(type))
                .countedIn(Fact.Use.ROWS);
    }

    /** A type and year with so many shown answers, all with the same rating. */
    static Cell evaluated(String type, long answers, long rating) {
        var none = new Agreement(0, 0);
        return new Cell(
                type,
                2010,
                new EvaluationSums(20, answers, answers * rating, answers * rating * rating, none, none, none));
    }

    static Period day(int year, int month, int day) {
        var date = LocalDate.of(year, month, day);
        return new Period(date, date.plusDays(1));
    }

    private static Fact<List<TrainingFigure>> fact(String type, TrainingFigure figure) {
        return Fact.of(1, List.of(figure)).during(figure.period()).stating(type(type));
    }

    private static Map<Dimension, Set<Object>> type(String code) {
        return Map.of(Dimension.TRAINING_TYPE, code == null ? Set.of() : Set.of(code));
    }
}
