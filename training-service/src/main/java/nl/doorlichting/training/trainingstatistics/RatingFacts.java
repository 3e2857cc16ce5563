package nl.doorlichting.training.trainingstatistics;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TRACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/** Reads the ratings of tallies, which are few. Trainings state no intervention type. */
@ApplicationScoped
class RatingFacts {
    private static final FigureSql TALLIES = new FigureSql(
            Structure.EFFECTS,
            Map.of(
                    ACTION_LINE, Column.one("e.action_line"),
                    TRACK, Column.one("e.track"),
                    FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
                    INTERVENTION_TYPE, Column.none(),
                    PHENOMENON, Column.one("(select y.phenomenon from training_type y where y.code = e.training_type)"),
                    ROUND, Column.none(),
                    PROJECT, Column.none(),
                    ORGANISATION, Column.one("e.organisation_id")),
            Column.array("e.place_municipalities"));
    private static final String RATINGS = "%s select %s, " + StatedRating.COLUMNS + " from training_tally e %s";
    private final EntityManager entities;
    private final MunicipalityRegister register;

    RatingFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Ratings that share a day with those asked for. */
    List<Fact<List<StatedRating>>> of(Question question) {
        var where =
                TallyFacts.latest(question, TALLIES.where(question, register).where(StatedRating.IS_STATED));
        if (question.from() != null) {
            where.where("e.period_until > :wanted_from", "wanted_from", question.from());
        }
        if (question.until() != null) {
            where.where("e.period_from < :wanted_until", "wanted_until", question.until());
        }
        var sql = RATINGS.formatted(SessionSql.withTypes(question), TALLIES.select(question), where.clause());
        return NativeRows.of(entities, sql, where.parameters()).stream()
                .map(row -> fact(question, row))
                .toList();
    }

    private static Fact<List<StatedRating>> fact(Question question, Object[] row) {
        var rating = StatedRating.read(row, TALLIES.width());
        return TALLIES.fact(question, row, 1, List.of(rating)).during(rating.period());
    }
}
