package nl.doorlichting.reporting.releases.tables;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.platform.queries.RowQuery;

/** Reads which figures of reach changed. */
@ApplicationScoped
class ChangedFigureQueries {
    private static final String CHANGED_FIGURES = """
        select cast(o.observation_id as text), o.recorded_at > :then or coalesce(r.approved_at > :then, false), o.period_from,
            o.period_until, o.target_group, o.track, o.action_line, o.funding_instrument, o.intensity,
            array_to_string(o.intervention_types, ','), array_to_string(o.place_municipalities, ','), o.withdrawn,
            cast(o.project_id as text)
        from reach_observation o left join inventory_report r on r.id = o.report_id
        where o.programme = :programme and o.recorded_at <= :now and (o.report_id is null or r.approved_at <= :now)
            and o.observation_id in (
                select n.observation_id from reach_observation n
                where n.programme = :programme and n.recorded_at > :then and n.recorded_at <= :now
                union
                select n.observation_id from reach_observation n join inventory_report a on a.id = n.report_id
                where n.programme = :programme and a.approved_at > :then and a.approved_at <= :now)
        order by o.observation_id, o.version
        """;
    /** More are not looked at one by one. */
    private static final int MOST_CHANGED_FIGURES = 100_000;

    private final EntityManager entities;

    ChangedFigureQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The versions of figures of reach that changed between two instants, as {@link ChangedFigures} reads them. */
    List<Object[]> changedFigures(String programme, Instant then, Instant now) {
        return RowQuery.of(entities, CHANGED_FIGURES)
                .setParameter("programme", programme)
                .setParameter("then", then)
                .setParameter("now", now)
                .setMaxResults(MOST_CHANGED_FIGURES)
                .getResultList();
    }
}
