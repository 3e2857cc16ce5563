package nl.doorlichting.platform.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;

/** Shows how far the seals and exports of the audit trail are behind, and how much it takes. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AuditMetrics implements BusinessMetricSource {
    private final AuditService audit;
    private final AuditExportService exports;
    private final AuditExportQueries queries;
    private final Clock clock;

    AuditMetrics(AuditService audit, AuditExportService exports, AuditExportQueries queries, Clock clock) {
        this.audit = audit;
        this.exports = exports;
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<BusinessMetric> read() {
        var unsealed = audit.unsealed();
        var age = unsealed.oldestAt() == null ? Duration.ZERO : Duration.between(unsealed.oldestAt(), clock.instant());
        return List.of(
                BusinessMetric.of("audit.unsealed", unsealed.count()),
                BusinessMetric.of("audit.unsealed.oldest.seconds", age.toMillis() / 1000.0),
                BusinessMetric.of("audit.bytes", queries.bytes()),
                BusinessMetric.of("audit.partitions.missing", queries.missingPartitions()),
                BusinessMetric.of(
                        "audit.export.overdue.seconds", exports.overdue().toSeconds()),
                BusinessMetric.of(
                        "audit.exports.faulty",
                        queries.exports().stream()
                                .filter(export -> export.fault() != null)
                                .count()));
    }
}
