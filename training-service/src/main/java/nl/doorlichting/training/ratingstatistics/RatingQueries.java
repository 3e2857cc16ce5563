package nl.doorlichting.training.ratingstatistics;

import static nl.doorlichting.domain.effects.EffectSql.COLUMNS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.effects.EffectSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;

/** Reads the ratings of tallies, which are few. Trainings state no intervention type. */
@ApplicationScoped
class RatingQueries {
    // The latest period first; of two tallies of one period, the one recorded last.
    private static final String RATINGS = """
            select %s, e.period_from >= :first_day and e.period_until <= :end, e.training_type, e.rating_mean,
                e.rating_lowest, e.rating_highest, e.rating_n, e.source
            from (select t.*, cast('{}' as text[]) as intervention_types from training_tally t) e
            %s
            order by e.period_until desc, e.period_from desc, e.tally_id desc
            """;
    // The last condition is implied. With it, PostgreSQL uses the index of corrections.
    private static final String LATEST = "not exists (select 1 from training_tally later"
            + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)";

    private final EntityManager entities;
    private final MunicipalityRegister register;

    RatingQueries(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Ratings that share a day with the requested period, in the order of the answer. */
    List<StatedRating> ratings(EffectQuery query) {
        var first = query.from() == null ? Period.EARLIEST : query.from();
        var end = query.until() == null ? Period.LATEST : query.until();
        var filter = EffectSql.filter(query, register)
                .where("num_nonnulls(e.rating_mean, e.rating_lowest) > 0")
                .where(LATEST)
                .where("e.period_until > :first_day", "first_day", first)
                .where("e.period_from < :end", "end", end);
        return rows(RATINGS.formatted(EffectSql.stated("e", query), filter.clause()), filter).stream()
                .map(RatingQueries::rating)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, SqlConditions filter) {
        var statement = entities.createNativeQuery(sql, Object[].class);
        filter.parameters().forEach(statement::setParameter);
        return statement.getResultList();
    }

    private static StatedRating rating(Object[] row) {
        return new StatedRating(
                EffectSql.read(row),
                (Boolean) row[COLUMNS],
                (String) row[COLUMNS + 1],
                (BigDecimal) row[COLUMNS + 2],
                (BigDecimal) row[COLUMNS + 3],
                (BigDecimal) row[COLUMNS + 4],
                (Integer) row[COLUMNS + 5],
                (String) row[COLUMNS + 6]);
    }
}
