package nl.doorlichting.reporting.businessmetrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;

/** Metrics of reporting: reports that wait for a reviewer, unfinished imports, and releases that are not what was published. */
@ApplicationScoped
class BusinessMetricService implements BusinessMetricSource {
    private final BusinessMetricQueries queries;
    private final Clock clock;

    BusinessMetricService(BusinessMetricQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<BusinessMetric> read() {
        var now = clock.instant();
        return Stream.of(queries.reportsAwaitingReview(now), queries.unfinishedImports(now), queries.releases(now))
                .flatMap(List::stream)
                .toList();
    }
}
