package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.quantity.QuantitySql;

/** Sums the stored figures where they lie, so that a read brings back groups and not rows. */
@ApplicationScoped
class TrainingFacts {
    private static final String FACTS = """
            select f.*
            from (
                select e.training_type, e.period_from, e.period_until, count(*), sum(e.sessions_planned),
                    sum(e.sessions_held), %s
                from training_figure e
                %s
                group by 1, 2, 3
            ) f
            left join training_type t on t.code = f.training_type
            order by t.created_at nulls last, f.training_type, f.period_from, f.period_until
            """;
    private static final int SUMS = 6;
    // The rating of the latest period; of two on the same one, that recorded last.
    private static final String RATINGS = """
            select distinct on (e.training_type) e.training_type, e.rating_mean, e.rating_lowest, e.rating_highest,
                e.rating_n, e.source, count(*) over (partition by e.training_type)
            from training_tally e
            %s
            order by e.training_type, e.period_until desc, e.period_from desc, e.tally_id desc
            """;
    // The last condition says nothing new; it lets the index of corrections answer.
    private static final String LATEST = "not exists (select 1 from training_tally later"
            + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)";

    private final EntityManager entities;

    TrainingFacts(EntityManager entities) {
        this.entities = entities;
    }

    /** Groups in the order of the types; periods that stick out are among them, to be counted. */
    List<TrainingFact> of(TrainingQuery query) {
        var filter = new Filter().equal("programme", query.programme());
        if (query.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", query.until());
        }
        return rows(FACTS.formatted(QuantitySql.sums("e"), filter.clause()), filter).stream()
                .map(TrainingFacts::fact)
                .toList();
    }

    /** One rating per type that has any wholly inside the days asked for. */
    List<TrainingRating> ratings(TrainingQuery query) {
        var filter = new Filter()
                .where("num_nonnulls(e.rating_mean, e.rating_lowest) > 0")
                .where(LATEST)
                .equal("programme", query.programme());
        if (query.from() != null) {
            filter.where("e.period_from >= :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_until <= :wanted_until", "wanted_until", query.until());
        }
        return rows(RATINGS.formatted(filter.clause()), filter).stream()
                .map(TrainingFacts::rating)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Filter filter) {
        Query statement = entities.createNativeQuery(sql, Object[].class);
        filter.parameters().forEach(statement::setParameter);
        return statement.getResultList();
    }

    private static TrainingFact fact(Object[] group) {
        return new TrainingFact(
                (String) group[0],
                new Period(day(group[1]), day(group[2])),
                ((Number) group[3]).longValue(),
                count(group[4]),
                count(group[5]),
                QuantitySql.read(group, SUMS));
    }

    private static TrainingRating rating(Object[] row) {
        return new TrainingRating(
                (String) row[0],
                (BigDecimal) row[1],
                (BigDecimal) row[2],
                (BigDecimal) row[3],
                (Integer) row[4],
                (String) row[5],
                ((Number) row[6]).longValue());
    }

    private static Long count(Object column) {
        return column == null ? null : ((Number) column).longValue();
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
