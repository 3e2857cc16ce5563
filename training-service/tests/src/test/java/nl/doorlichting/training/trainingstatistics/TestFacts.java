package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.api.figures.RatingAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.training.evaluations.EvaluationCells.Cell;
import nl.doorlichting.training.evaluations.EvaluationSums;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;

/** Facts for tests, which state only the fields that matter. */
final class TestFacts {
    private TestFacts() {}

    /** A tally of held sessions. */
    static Fact<TrainingSums> held(String type, Period period, long sessions, long participants) {
        return tally(
                type,
                period,
                TrainingSums.ofSessions(null, sessions, null, null, null).plus(of(participants)));
    }

    /** A tally of planned sessions. */
    static Fact<TrainingSums> planned(String type, Period period, long sessions) {
        return tally(type, period, TrainingSums.ofSessions(sessions, null, null, null, null));
    }

    /** A held session that does not state how it relates to tallies. */
    static Fact<TrainingSums> session(String type, Period day, long participants) {
        return session(type, day, participants, Inclusion.unknown(group(type)));
    }

    static Fact<TrainingSums> session(String type, Period day, long participants, Inclusion inclusion) {
        var sums = TrainingSums.ofSessions(1L, 1L, 0L, 0L, 0L).plus(of(participants));
        return Fact.of(1, sums).during(day).stating(type(type)).included(inclusion);
    }

    /** The rating of a tally; a later id is recorded later. */
    static Fact<TrainingSums> rated(String type, Period period, String tally, RatingAnswer.Rating rating) {
        return tally(type, period, TrainingSums.ofRating(new StatedRating(period, tally, rating)));
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

    private static Fact<TrainingSums> tally(String type, Period period, TrainingSums sums) {
        return Fact.of(1, sums)
                .during(period)
                .stating(type(type))
                .included(Inclusion.tally(UUID.randomUUID().toString(), group(type)));
    }

    private static TrainingSums of(long participants) {
        return TrainingSums.ofParticipants(QuantitySum.of(new Quantity.Exact(participants)), QuantitySum.ZERO);
    }

    private static Inclusion.Group group(String type) {
        return new Inclusion.Group("P", null, type);
    }

    private static Map<Dimension, Set<Object>> type(String code) {
        return Map.of(Dimension.TRAINING_TYPE, code == null ? Set.of() : Set.of(code));
    }
}
