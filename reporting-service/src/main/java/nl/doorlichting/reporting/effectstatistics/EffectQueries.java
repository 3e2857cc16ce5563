package nl.doorlichting.reporting.effectstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.domain.effects.EffectQuery;
import nl.doorlichting.domain.effects.EffectTable;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.dataset.DataSet;
import nl.doorlichting.platform.lists.Filter;

/** Queries of the figures of effects. */
@ApplicationScoped
class EffectQueries {
    private static final String TALLIES = """
        select e.reports, e.projects, e.with_baseline, e.with_self_evaluation, e.with_independent_evaluation,
            e.source
        from (
            select t.*, o.period_from, o.period_until
            from inventory_report_tally t
            left join inventory_round o on o.id = t.round_id) e
        %s
        order by e.created_at, e.id
        """;

    private final EntityManager entities;
    private final MunicipalityRegister register;
    private final Clock clock;

    EffectQueries(EntityManager entities, MunicipalityRegister register, Clock clock) {
        this.entities = entities;
        this.register = register;
        this.clock = clock;
    }

    String revision() {
        return new DataSet(entities, "effects").revision();
    }

    /** The figures, arranged as the query asks. */
    EffectTable<EffectCell> table(EffectQuery query) {
        return new EffectReading(entities, register, query).table(LocalDate.now(clock));
    }

    /** Totals of projects that a source does not list one by one; they have no fields for filters. */
    List<EffectReportTally> tallies(EffectQuery query) {
        if (query.looksAtActivity()) {
            return List.of();
        }
        var days = new EffectDays(query);
        var filter = new Filter()
                .equal("programme", query.programme())
                .where("true " + days.contain("e.period_from", "e.period_until"));
        var statement = entities.createNativeQuery(TALLIES.formatted(filter.clause()), Object[].class);
        filter.parameters().forEach(statement::setParameter);
        days.parameters().forEach(statement::setParameter);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = statement.getResultList();
        return rows.stream().map(EffectReportTally::from).toList();
    }
}
