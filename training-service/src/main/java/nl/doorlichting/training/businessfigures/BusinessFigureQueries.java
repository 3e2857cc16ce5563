package nl.doorlichting.training.businessfigures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.kernel.metrics.BusinessFigure;

/** Counts; nothing here comes near a name. */
@ApplicationScoped
class BusinessFigureQueries {
    // The same rows as the erasure takes, and by how many days the first of them is late.
    private static final String OVERDUE_ERASURES = """
            select count(*), coalesce(max(:today - (s.session_date + t.retention_days)), 0) from registration r
            join training_session s on s.id = r.session_id
            join training_type t on t.code = s.training_type
            where r.erased_at is null and s.session_date + t.retention_days < :today
            """;

    private final EntityManager entities;

    BusinessFigureQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<BusinessFigure> overdueErasures(LocalDate today) {
        var row = (Object[]) entities.createNativeQuery(OVERDUE_ERASURES, Object[].class)
                .setParameter("today", today)
                .getSingleResult();
        return List.of(
                BusinessFigure.of("erasures.overdue", (Number) row[0]),
                BusinessFigure.of("erasures.overdue.oldest.days", (Number) row[1]));
    }
}
