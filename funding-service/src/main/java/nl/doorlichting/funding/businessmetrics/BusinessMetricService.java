package nl.doorlichting.funding.businessmetrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;

/** What operations see of funding: applications that wait for a step, and what is left of each budget. */
@ApplicationScoped
class BusinessMetricService implements BusinessMetricSource {
    private final BusinessMetricQueries queries;

    BusinessMetricService(BusinessMetricQueries queries) {
        this.queries = queries;
    }

    @Override
    @Transactional
    public List<BusinessMetric> read() {
        return Stream.concat(queries.openApplications().stream(), queries.budgetLeft().stream())
                .toList();
    }
}
