package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.reach.ReachFact;
import nl.doorlichting.domain.reach.ReachQuery;
import nl.doorlichting.domain.reach.ReachSql;
import nl.doorlichting.domain.figures.SqlConditions;

/**
 * Sums the participants of held sessions; expected participants of planned ones are not reached. It reads the sums of days
 * if they are fine enough, else the sessions.
 */
@ApplicationScoped
class TrainingReachFacts {
    // A figure over all types may contain those of single types on the same days, and is then not added to them.
    private static final String INCLUSION = """
            case when e.training_type is null and exists (
                     select 1 from training_figure part
                     where part.programme = e.programme and part.training_type is not null
                         and part.quantity_kind is not null
                         and part.period_from < e.period_until and part.period_until > e.period_from) then 'UNKNOWN'
                 when e.tally then 'TALLY'
                 else 'ADDED' end""";

    private static final String DAYS = """
            select e.session_date, e.session_date + 1, e.target_group, cast(null as text), false, 'ADDED',
                e.best_halves, e.lowest, e.highest, e.without_margin, e.exact, e.approximate, e.range, e.at_least,
                e.vague, e.not_measured
            from training_reach_sum e
            %s
            """;

    // The figures as of a moment, in place of the view of the current ones. Only a held session has a head count, and
    // a held session is not cancelled afterwards.
    private static final String RECORDED_THEN = """
            with training_figure as (
                select true as tally, e.programme, e.training_type, e.period_from, e.period_until, e.target_group, e.track,
                    e.action_line, e.place_municipalities, e.quantity_kind, e.quantity_value, e.quantity_plus_minus,
                    e.quantity_minimum, e.quantity_maximum
                from training_tally e
                where e.recorded_at <= :as_of and not exists (
                    select 1 from training_tally later
                    where later.tally_id = e.tally_id and later.version > e.version and later.version > 1
                        and later.recorded_at <= :as_of)
                union all
                select false, s.programme, s.training_type, s.session_date, s.session_date + 1, c.target_group, s.track,
                    s.action_line, s.place_municipalities, c.quantity_kind, c.quantity_value, c.quantity_plus_minus,
                    c.quantity_minimum, c.quantity_maximum
                from training_session s
                join head_count c on c.session_id = s.id and c.recorded_at <= :as_of and not exists (
                    select 1 from head_count later
                    where later.session_id = c.session_id and later.version > c.version and later.version > 1
                        and later.recorded_at <= :as_of)
                where s.status <> 'CANCELLED')
            """;

    private final EntityManager entities;
    private final MunicipalityRegister register;

    TrainingReachFacts(EntityManager entities, MunicipalityRegister register) {
        this.entities = entities;
        this.register = register;
    }

    /** Every group of figures for the query. */
    List<ReachFact> of(ReachQuery query) {
        return isKept(query)
                ? Stream.concat(figures(query, ReachSql.filter(query, register).where("e.tally")), days(query))
                        .toList()
                : figures(query, ReachSql.filter(query, register)).toList();
    }

    private static boolean isKept(ReachQuery query) {
        return query.asOf() == null
                && query.track() == null
                && query.actionLine() == null
                && !query.dependsOnRegister();
    }

    private Stream<ReachFact> figures(ReachQuery query, SqlConditions filter) {
        filter.where("e.quantity_kind is not null");
        var groups = ReachSql.groups("training_figure", INCLUSION, filter);
        if (query.asOf() == null) {
            return facts(groups, filter);
        }
        filter.parameters().put("as_of", query.asOf());
        return facts(RECORDED_THEN + groups, filter);
    }

    private Stream<ReachFact> days(ReachQuery query) {
        var filter = new SqlConditions().equal("programme", query.programme()).where("e.records > 0");
        if (query.targetGroup() != null) {
            filter.equal("target_group", query.targetGroup().name());
        }
        if (query.from() != null) {
            filter.where("e.session_date >= :wanted_from", "wanted_from", query.from());
        }
        if (query.until() != null) {
            filter.where("e.session_date < :wanted_until", "wanted_until", query.until());
        }
        return facts(DAYS.formatted(filter.clause()), filter);
    }

    private Stream<ReachFact> facts(String sql, SqlConditions filter) {
        return NativeRows.of(entities, sql, filter.parameters()).stream().map(ReachSql::fact);
    }
}
