package nl.doorlichting.reporting.projectrecords;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import nl.doorlichting.platform.queries.RowQuery;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** How many rows a list about one project can have at most: of most kinds a project has none, which need not be looked for. */
@ApplicationScoped
class ProjectRecordQueries {
    // Also versions that were replaced and rows that the caller may not see. Lists count anew what is more than this.
    private static final int COUNTED = 1_001;
    static final String AT_MOST = """
            select (select count(*) from (select 1 from inventory_report_project where project_id = :project limit %1$d) x),
                (select count(*) from (select 1 from reach_observation where project_id = :project limit %1$d) x),
                (select count(*) from (select 1 from indicator where project_id = :project limit %1$d) x),
                (select count(*) from (select 1 from effect_judgement where project_id = :project limit %1$d) x),
                (select count(*) from (select 1 from lesson where project_id = :project limit %1$d) x),
                (select count(*) from (select 1 from embedding where project_id = :project limit %1$d) x),
                (select count(*) from (select 1 from product where project_id = :project limit %1$d) x)
            """.formatted(COUNTED);

    private final EntityManager entities;

    ProjectRecordQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** Until this transaction ends, records are read as they are stored, and nothing is compared and stored at its end. */
    void readOnly() {
        var session = entities.unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
    }

    /** Of each kind, at most so many. */
    record AtMost(
            Long reports, Long reach, Long indicators, Long judgements, Long lessons, Long embeddings, Long products) {
        /** Of a moment, when a record may have been of another project. */
        static final AtMost UNKNOWN = new AtMost(null, null, null, null, null, null, null);
    }

    AtMost atMost(UUID project) {
        var row =
                RowQuery.of(entities, AT_MOST).setParameter("project", project).getSingleResult();
        return new AtMost(
                (Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (Long) row[5], (Long)
                        row[6]);
    }
}
