package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.training.TrainingQuery;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.training.trainingstatistics.StatedRatings.Stated;
import nl.doorlichting.training.trainingstatistics.TrainingFact.Kind;

/** Reads figures of tallies, summed by the database. Tallies are few, and each has its own period. */
@ApplicationScoped
class TallyFacts {
    private static final String TALLIES = """
            select e.training_type, e.target_group, e.period_from, e.period_until, count(*), sum(e.sessions_planned),
                sum(e.sessions_held), %s
            from training_tally e
            %s
            group by 1, 2, 3, 4
            """;
    private static final int SUMS = 7;
    private static final String RATINGS = """
            select e.training_type, e.target_group, e.period_from, e.period_until, e.rating_mean, e.rating_lowest,
                e.rating_highest, e.rating_n, e.source
            from training_tally e
            %s
            order by e.period_until desc, e.period_from desc, e.tally_id desc
            """;
    // The last condition is implied. With it, PostgreSQL uses the index of corrections.
    private static final String LATEST = "not exists (select 1 from training_tally later"
            + " where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)";

    private final EntityManager entities;

    TallyFacts(EntityManager entities) {
        this.entities = entities;
    }

    /** Groups of tallies, also of partly overlapping periods, which the caller counts. */
    List<TrainingFact> of(TrainingQuery query, TrainingKeyFactory keys) {
        if (query.projectId() != null) {
            return List.of();
        }
        var filter = filter(query, keys);
        if (query.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", query.until());
        }
        return NativeRows.of(entities, TALLIES.formatted(QuantitySql.sums("e"), filter.clause()), filter.parameters())
                .stream()
                .map(row -> fact(row, keys))
                .toList();
    }

    /** Ratings of periods within the requested days, the latest first. */
    List<Stated> ratings(TrainingQuery query, TrainingKeyFactory keys) {
        if (query.projectId() != null || query.byProfession()) {
            return List.of();
        }
        var filter = filter(query, keys).where("num_nonnulls(e.rating_mean, e.rating_lowest) > 0");
        if (query.from() != null) {
            filter.where("e.period_from >= :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_until <= :wanted_until", "wanted_until", query.until());
        }
        return NativeRows.of(entities, RATINGS.formatted(filter.clause()), filter.parameters()).stream()
                .map(row -> stated(row, keys))
                .toList();
    }

    private static Filter filter(TrainingQuery query, TrainingKeyFactory keys) {
        var filter = new Filter()
                .where(LATEST)
                .equal("programme", query.programme())
                .equal("training_type", query.trainingType());
        if (query.targetGroup() != null) {
            filter.equal("target_group", query.targetGroup().name());
        }
        if (query.phenomenon() != null) {
            var types = keys.types().codes(type -> type.phenomenon() == query.phenomenon());
            filter.where("e.training_type in (:types)", "types", NativeRows.some(types));
        }
        if (query.filtersByPlace()) {
            filter.where(
                    "cardinality(e.place_municipalities) = 1 and e.place_municipalities[1] in (:codes)",
                    "codes",
                    NativeRows.some(keys.codes(query)));
        }
        return filter;
    }

    private static TrainingFact fact(Object[] row, TrainingKeyFactory keys) {
        var period = NativeRows.period(row[2], row[3]);
        return new TrainingFact(
                keys.key((String) row[0], (String) row[1], TrainingKeyFactory.year(period), null, null),
                Kind.TALLY,
                row[0] == null,
                period,
                false,
                NativeRows.number(row[4]),
                NativeRows.count(row[5]),
                NativeRows.count(row[6]),
                QuantitySql.read(row, SUMS),
                0);
    }

    private static Stated stated(Object[] row, TrainingKeyFactory keys) {
        var period = NativeRows.period(row[2], row[3]);
        return new Stated(
                keys.key((String) row[0], (String) row[1], TrainingKeyFactory.year(period), null, null),
                row[0] == null,
                period,
                new TrainingRating(
                        (BigDecimal) row[4], (BigDecimal) row[5], (BigDecimal) row[6], (Integer) row[7], (String)
                                row[8]));
    }
}
