package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRAINING_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.training.trainingstatistics.TrainingTypeLookup.Types;

/** Reads figures of tallies, summed by the database. Tallies are few, and each has its own period. */
@ApplicationScoped
class TallyFacts {
    // One for all, so that those of the same days add up.
    private static final Inclusion ANY_TALLY = Inclusion.tally("tallies", new Inclusion.Group(null, null, null));
    // The last condition is implied. With it, PostgreSQL uses the index of corrections.
    static final String LATEST = "not exists (select 1 from training_tally later"
            + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)";
    private static final String TALLIES = """
            select e.training_type, e.target_group, e.period_from, e.period_until, count(*), sum(e.sessions_planned),
                sum(e.sessions_held), %s
            from training_tally e
            %s
            group by 1, 2, 3, 4
            """;
    private static final int SUMS = 7;
    private static final String RATINGS =
            "select e.training_type, e.target_group, " + StatedRating.COLUMNS + " from training_tally e %s";
    private static final int RATING = 2;

    private final EntityManager entities;
    private final MunicipalityRegister register;

    TallyFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Groups of tallies, also of partly overlapping periods, which a note counts. */
    List<Fact<List<TrainingFigure>>> of(Question question, Types types) {
        if (question.filters(PROJECT)) {
            return List.of();
        }
        var filter = filter(question, types);
        if (question.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", question.until());
        }
        return NativeRows.of(entities, TALLIES.formatted(QuantitySql.sums("e"), filter.clause()), filter.parameters())
                .stream()
                .map(row -> sums(row, question, types))
                .toList();
    }

    /** Ratings of periods within the days asked for; they stand in rows only. */
    List<Fact<List<TrainingFigure>>> ratings(Question question, Types types) {
        if (question.filters(PROJECT)) {
            return List.of();
        }
        var filter = filter(question, types).where(StatedRating.IS_STATED);
        if (question.from() != null) {
            filter.where("e.period_from >= :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            filter.where("e.period_until <= :wanted_until", "wanted_until", question.until());
        }
        return NativeRows.of(entities, RATINGS.formatted(filter.clause()), filter.parameters()).stream()
                .map(row -> rating(row, question, types))
                .toList();
    }

    private Filter filter(Question question, Types types) {
        var filter = new Filter().where(LATEST).equal("programme", question.programme());
        if (question.filters(TRAINING_TYPE)) {
            filter.where("e.training_type in (:type)", "type", question.codes(TRAINING_TYPE));
        }
        if (question.filters(TARGET_GROUP)) {
            filter.where("e.target_group in (:target_group)", "target_group", question.codes(TARGET_GROUP));
        }
        if (question.filters(PHENOMENON)) {
            var about = types.codes(type -> question.wants(PHENOMENON, type.phenomenon()));
            filter.where("e.training_type in (:types)", "types", about);
        }
        question.recordedMunicipalities(register)
                .ifPresent(codes -> filter.where(
                        "cardinality(e.place_municipalities) = 1 and e.place_municipalities[1] in (:codes)",
                        "codes",
                        NativeRows.some(codes)));
        return filter;
    }

    private static Fact<List<TrainingFigure>> sums(Object[] row, Question question, Types types) {
        var period = NativeRows.period(row[2], row[3]);
        var figure = TrainingFigure.ofTallies(
                row[0] == null,
                period,
                NativeRows.count(row[5]),
                NativeRows.count(row[6]),
                QuantitySql.read(row, SUMS));
        return fact(row, question, types, NativeRows.number(row[4]), figure).during(period);
    }

    private static Fact<List<TrainingFigure>> rating(Object[] row, Question question, Types types) {
        var rating = StatedRating.read(row, RATING);
        return fact(row, question, types, 0, TrainingFigure.ofRating(rating))
                .during(rating.period())
                .countedIn(Fact.Use.ROWS);
    }

    /** A tally stands in no municipality. */
    private static Fact<List<TrainingFigure>> fact(
            Object[] row, Question question, Types types, long records, TrainingFigure figure) {
        return Fact.of(records, List.of(figure))
                .stating(types.stated(question, (String) row[0], (String) row[1], null, null))
                .in(question.filtersByPlace() ? null : Set.of())
                .included(ANY_TALLY);
    }
}
