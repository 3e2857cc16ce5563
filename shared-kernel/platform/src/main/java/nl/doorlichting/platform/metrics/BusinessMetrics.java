package nl.doorlichting.platform.metrics;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import nl.doorlichting.platform.jobs.BackgroundJob;
import org.jboss.logging.Logger;

/**
 * Shows the business metrics as they were last read, and when that was, so that stale metrics are noticed. Every
 * instance reads them, and all show the same.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class BusinessMetrics {
    private static final Logger LOG = Logger.getLogger(BusinessMetrics.class);
    private static final String PREFIX = "doorlichting.";
    private static final int SECONDS_TO_ANSWER = 2;

    private final List<BusinessMetricSource> figures;
    private final DataSource database;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final AtomicLong refreshed = new AtomicLong();
    private final AtomicLong reachable = new AtomicLong();

    BusinessMetrics(@All List<BusinessMetricSource> figures, DataSource database, MeterRegistry registry, Clock clock) {
        this.figures = figures;
        this.database = database;
        this.registry = registry;
        this.clock = clock;
        Gauge.builder(PREFIX + "figures.refreshed.timestamp.seconds", refreshed, AtomicLong::get)
                .register(registry);
        Gauge.builder(PREFIX + "database.reachable", reachable, AtomicLong::get).register(registry);
    }

    /** Reads all metrics once. */
    @BackgroundJob
    @Scheduled(
            identity = "refresh-business-figures",
            every = "{doorlichting.figures.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    public void refresh() {
        reachable.set(isReachable() ? 1 : 0);
        if (reachable.get() == 1) {
            try {
                show(figures.stream().flatMap(some -> some.read().stream()).toList());
                refreshed.set(clock.instant().getEpochSecond());
            } catch (PersistenceException unreadable) {
                // As before the first migration. The time of the last refresh shows that the metrics are stale.
                LOG.warnf("The business metrics could not be read: %s", unreadable.getMessage());
            }
        }
    }

    private boolean isReachable() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException unreachable) {
            LOG.warnf("The database does not answer: %s", unreachable.getMessage());
            return false;
        }
    }

    private synchronized void show(List<BusinessMetric> read) {
        var byName = read.stream().collect(groupingBy(BusinessMetric::name));
        byName.keySet().forEach(name -> gauges.computeIfAbsent(name, this::gauge));
        // A series that is gone must not keep its last value.
        gauges.forEach((name, gauge) -> gauge.register(rows(byName.getOrDefault(name, List.of())), true));
    }

    private MultiGauge gauge(String name) {
        return MultiGauge.builder(PREFIX + name).register(registry);
    }

    private static List<MultiGauge.Row<?>> rows(List<BusinessMetric> figures) {
        return figures.stream()
                .<MultiGauge.Row<?>>map(figure -> MultiGauge.Row.of(tags(figure), figure.value()))
                .toList();
    }

    private static Tags tags(BusinessMetric figure) {
        return figure.labels().entrySet().stream()
                .map(label -> Tags.of(label.getKey(), label.getValue()))
                .reduce(Tags.empty(), Tags::and);
    }
}
