package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.place.PlaceSql;
import nl.doorlichting.kernel.quantity.QuantitySql;
import nl.doorlichting.kernel.reach.Inclusion;
import nl.doorlichting.kernel.reach.ReachFact;
import nl.doorlichting.kernel.reach.ReachQuery;
import nl.doorlichting.kernel.vocabulary.TargetGroup;

/** Sums the participants of held sessions where they lie; those expected in planned ones are not reached. */
@ApplicationScoped
class TrainingReachFacts {
    private static final String FACTS = """
            select e.period_from, e.period_until, e.target_group, %s as municipality, %s as several_places,
                case when e.tally then 'TALLY' else 'ADDED' end as inclusion, %s
            from training_figure e
            %s
            group by 1, 2, 3, 4, 5, 6
            """;
    private static final int SUMS = 6;

    private final EntityManager entities;
    private final MunicipalityRegister register;

    TrainingReachFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Every group of figures that the query may want; periods that stick out are among them, to be counted. */
    List<ReachFact> of(ReachQuery query) {
        var filter = filter(query, query.recordedMunicipalities(register));
        var sql = FACTS.formatted(
                PlaceSql.singleMunicipality("e"),
                PlaceSql.severalMunicipalities("e"),
                QuantitySql.sums("e"),
                filter.clause());
        var statement = entities.createNativeQuery(sql, Object[].class);
        filter.parameters().forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> groups = statement.getResultList();
        return groups.stream().map(TrainingReachFacts::fact).toList();
    }

    private static Filter filter(ReachQuery query, Optional<Set<String>> municipalities) {
        var filter = new Filter()
                .where("e.quantity_kind is not null")
                .equal("programme", query.programme())
                .equal("target_group", name(query.targetGroup()))
                .equal("track", name(query.track()))
                .equal("action_line", name(query.actionLine()));
        if (query.from() != null) {
            filter.where("e.period_until > :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.period_from < :wanted_until", "wanted_until", query.until());
        }
        municipalities.ifPresent(codes -> filter.where(
                "e.place_municipalities && cast(:municipalities as text[])",
                "municipalities",
                codes.toArray(String[]::new)));
        return filter;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static ReachFact fact(Object[] group) {
        return new ReachFact(
                new Period(day(group[0]), day(group[1])),
                TargetGroup.valueOf((String) group[2]),
                (String) group[3],
                (Boolean) group[4],
                Inclusion.valueOf((String) group[5]),
                QuantitySql.read(group, SUMS));
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
