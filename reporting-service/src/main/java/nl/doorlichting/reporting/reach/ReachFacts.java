package nl.doorlichting.reporting.reach;

import static nl.doorlichting.domain.figures.Dimension.ACTION_LINE;
import static nl.doorlichting.domain.figures.Dimension.FUNDING_INSTRUMENT;
import static nl.doorlichting.domain.figures.Dimension.INTENSITY;
import static nl.doorlichting.domain.figures.Dimension.INTERVENTION_TYPE;
import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PHENOMENON;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.ROUND;
import static nl.doorlichting.domain.figures.Dimension.TARGET_GROUP;
import static nl.doorlichting.domain.figures.Dimension.TRACK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.FigureSql;
import nl.doorlichting.domain.figures.FigureSql.Column;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.quantity.QuantitySum;

/** Sums the stored figures in the database, so that a read returns groups and not rows. */
@ApplicationScoped
class ReachFacts {
    private static final ReachSql SQL = new ReachSql(Map.of(
            TARGET_GROUP, Column.one("e.target_group"),
            TRACK, Column.one("e.track"),
            ACTION_LINE, Column.one("e.action_line"),
            FUNDING_INSTRUMENT, Column.one("e.funding_instrument"),
            INTERVENTION_TYPE, Column.array("e.intervention_types"),
            PHENOMENON, Column.array("e.phenomena"),
            INTENSITY, Column.one("e.intensity"),
            ROUND, Column.id("e.round_id"),
            PROJECT, Column.id("e.project_id"),
            ORGANISATION, Column.one("e.organisation_id")));

    private static final String INCLUSION = FigureSql.inclusion(
            "case when e.tally then cast(e.observation_id as text) end", "e.target_group", "cast(null as text)");
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

    /** Every group of figures that the question can use. */
    List<Fact<QuantitySum>> of(Question question) {
        var where = versions(question.asOf(), SQL.where(question, register));
        var statement =
                entities.createNativeQuery(SQL.groups(question, "reach_observation", INCLUSION, where), Object[].class);
        where.parameters().forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> groups = statement.getResultList();
        return groups.stream().map(group -> SQL.fact(question, group)).toList();
    }

    private static SqlConditions versions(Instant asOf, SqlConditions filter) {
        return asOf == null
                ? filter.where(LATEST).where(COUNTS)
                : filter.where(LATEST_THEN, "as_of", asOf).where(COUNTED_THEN);
    }
}
