package nl.doorlichting.training.ratingstatistics;

import static nl.doorlichting.kernel.effects.EffectSql.COLUMNS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.kernel.effects.EffectQuery;
import nl.doorlichting.kernel.effects.EffectSql;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.training.evaluations.EvaluationSums;

/** Evaluations summed where they lie, and the ratings of tallies, which are few. Trainings state no intervention type. */
@ApplicationScoped
class RatingQueries {
    private static final String EVALUATIONS = """
            select %s, count(*), sum(e.codes), sum(e.answers), sum(e.rating_sum), sum(e.rating_squares)
            from (
                select s.programme, s.session_date, s.action_line, s.track, s.funding_instrument,
                    cast('{}' as text[]) as intervention_types, s.place_municipalities,
                    a.codes, a.answers, a.rating_sum, a.rating_squares
                from session_evaluation a
                join training_session s on s.id = a.session_id
                where a.answers > 0 and s.status <> 'CANCELLED') e
            %s
            group by 1, 2, 3, 4, 5
            """;
    // The latest period first; of two on the same one, that recorded last.
    private static final String RATINGS = """
            select %s, e.period_from >= :first_day and e.period_until <= :end, e.training_type, e.rating_mean,
                e.rating_lowest, e.rating_highest, e.rating_n, e.source
            from (select t.*, cast('{}' as text[]) as intervention_types from training_tally t) e
            %s
            order by e.period_until desc, e.period_from desc, e.tally_id desc
            """;
    // The last condition says nothing new; it lets the index of corrections answer.
    private static final String LATEST = "not exists (select 1 from training_tally later"
            + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)";
    private static final EvaluationSums.Agreement NOT_ASKED = new EvaluationSums.Agreement(0, 0);

    private final EntityManager entities;
    private final MunicipalityRegister register;

    RatingQueries(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    List<EvaluatedSessions> evaluations(EffectQuery query) {
        var filter = EffectSql.filter(query, register);
        if (query.from() != null) {
            filter.where("e.session_date >= :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.session_date < :wanted_until", "wanted_until", query.until());
        }
        return rows(EVALUATIONS.formatted(EffectSql.stated("e", query), filter.clause()), filter).stream()
                .map(RatingQueries::evaluated)
                .toList();
    }

    /** Those that share a day with the ones asked for, in the order in which they are to be shown. */
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
    private List<Object[]> rows(String sql, Filter filter) {
        var statement = entities.createNativeQuery(sql, Object[].class);
        filter.parameters().forEach(statement::setParameter);
        return statement.getResultList();
    }

    private static EvaluatedSessions evaluated(Object[] row) {
        var sums = new EvaluationSums(
                number(row, 1), number(row, 2), number(row, 3), number(row, 4), NOT_ASKED, NOT_ASKED, NOT_ASKED);
        return new EvaluatedSessions(EffectSql.read(row), number(row, 0), sums);
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

    private static long number(Object[] row, int index) {
        return ((Number) row[COLUMNS + index]).longValue();
    }
}
