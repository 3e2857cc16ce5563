package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.reach.ReachFact;
import nl.doorlichting.domain.reach.ReachQuery;
import nl.doorlichting.domain.reach.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;

/** Sums the stored figures in the database, so that a read returns groups and not rows. */
@ApplicationScoped
class ReachFacts {
    private static final String INCLUSION = """
        case when e.tally then 'TALLY'
             when e.included_in is null then 'ADDED'
             when e.included_in = 'UNKNOWN' then 'UNKNOWN'
             else 'IN_TALLY' end\
        """;
    // The last condition follows from the others; with it PostgreSQL uses the index of corrections.
    private static final String LATEST = "not exists (select 1 from reach_observation later"
            + " where later.observation_id = e.observation_id and later.version > e.version and later.version > 1)";

    private static final String LATEST_THEN = "e.recorded_at <= :as_of and not exists"
            + " (select 1 from reach_observation later where later.observation_id = e.observation_id"
            + " and later.version > e.version and later.version > 1 and later.recorded_at <= :as_of)";
    // Reports are few: the database looks them up once, and skips them for figures without a report.
    static final String COUNTS = "(e.report_id is null or e.report_id in"
            + " (select r.id from inventory_report r where r.approved_at is not null))";
    private static final String COUNTED_THEN = "(e.report_id is null or e.report_id in"
            + " (select r.id from inventory_report r where r.approved_at <= :as_of))";

    private final EntityManager entities;
    private final MunicipalityRegister register;

    ReachFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Every group of figures that the query can use. */
    List<ReachFact> of(ReachQuery query) {
        var filter = versions(query.asOf(), ReachSql.filter(query, register));
        var statement =
                entities.createNativeQuery(ReachSql.groups("reach_observation", INCLUSION, filter), Object[].class);
        filter.parameters().forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> groups = statement.getResultList();
        return groups.stream().map(ReachSql::fact).toList();
    }

    private static SqlConditions versions(Instant asOf, SqlConditions filter) {
        return asOf == null
                ? filter.where(LATEST).where(COUNTS)
                : filter.where(LATEST_THEN, "as_of", asOf).where(COUNTED_THEN);
    }
}
