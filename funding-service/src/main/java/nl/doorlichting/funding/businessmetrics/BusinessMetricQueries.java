package nl.doorlichting.funding.businessmetrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.queries.RowQuery;

/** Counts by indexes and from sums that are kept, so that looking often costs little. */
@ApplicationScoped
class BusinessMetricQueries {
    private static final String OPEN_APPLICATIONS = """
            select status, count(a.id)
            from unnest(array['DRAFT', 'SUBMITTED', 'INCOMPLETE', 'ASSESSED']) status
            left join application a using (status) group by status
            """;
    // As in reports/finances: what may be spent is what was budgeted less what was moved elsewhere.
    private static final String BUDGET_LEFT = """
            select programme, year, sum(case kind when 'BUDGETED' then amount else -amount end) from budget_sum
            where kind in ('BUDGETED', 'REALLOCATION', 'DISBURSEMENT') group by programme, year
            """;

    private final EntityManager entities;

    BusinessMetricQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<BusinessMetric> openApplications() {
        return rows(OPEN_APPLICATIONS).stream()
                .map(row -> new BusinessMetric(
                        "applications.open", Map.of("status", (String) row[0]), ((Number) row[1]).doubleValue()))
                .toList();
    }

    List<BusinessMetric> budgetLeft() {
        return rows(BUDGET_LEFT).stream()
                .map(row -> new BusinessMetric(
                        "budget.left.euros",
                        Map.of("programme", (String) row[0], "year", String.valueOf(row[1])),
                        ((Number) row[2]).doubleValue()))
                .toList();
    }

    private List<Object[]> rows(String sql) {
        return RowQuery.of(entities, sql).getResultList();
    }
}
