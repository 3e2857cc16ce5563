package nl.doorlichting.reporting.businessmetrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.queries.RowQuery;

/** Counts unfinished work, which is few rows. An age is 0 when there is none. */
@ApplicationScoped
class BusinessMetricQueries {
    private static final String AGE = "greatest(0, coalesce(extract(epoch from :now - min(%s)), 0))";
    private static final String AWAITING_REVIEW = "select count(*), " + AGE.formatted("recorded_at")
            + " from inventory_report" + " where state = 'SUBMITTED' and withdrawn_at is null";
    private static final String UNFINISHED_IMPORTS = "select count(*), " + AGE.formatted("created_at")
            + " from observation_import where status in ('QUEUED', 'RUNNING')";
    private static final String DIFFERING_RELEASES =
            "select count(*) from release_verification where not intact or differences > 0";
    private static final String VERIFICATION_AGE =
            "select greatest(0, coalesce(extract(epoch from :now - min(coalesce(v.verified_at, r.published_at))), 0))"
                    + " from release r left join release_verification v on v.release_id = r.id"
                    + " where r.state = 'PUBLISHED'";

    private final EntityManager entities;

    BusinessMetricQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<BusinessMetric> reportsAwaitingReview(Instant now) {
        var row = row(AWAITING_REVIEW, now);
        return List.of(
                BusinessMetric.of("reports.awaiting.review", (Number) row[0]),
                BusinessMetric.of("reports.awaiting.review.oldest.seconds", (Number) row[1]));
    }

    List<BusinessMetric> unfinishedImports(Instant now) {
        var row = row(UNFINISHED_IMPORTS, now);
        var job = Map.of("work", "import");
        return List.of(
                new BusinessMetric("jobs.unfinished", job, ((Number) row[0]).doubleValue()),
                new BusinessMetric("jobs.oldest.seconds", job, ((Number) row[1]).doubleValue()));
    }

    List<BusinessMetric> releases(Instant now) {
        var differing = (Number) entities.createNativeQuery(DIFFERING_RELEASES).getSingleResult();
        var age = (Number) entities.createNativeQuery(VERIFICATION_AGE)
                .setParameter("now", now)
                .getSingleResult();
        return List.of(
                BusinessMetric.of("releases.differing", differing),
                BusinessMetric.of("releases.verification.oldest.seconds", age));
    }

    private Object[] row(String sql, Instant now) {
        return RowQuery.of(entities, sql).setParameter("now", now).getSingleResult();
    }
}
