package nl.doorlichting.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** How the duration of requests is recorded: in buckets, with a boundary at each limit of an objective. */
class RequestMetrics {
    private static final String REQUESTS = "http.server.requests";
    private static final double[] BUCKETS = Stream.of(25, 100, 250, 500, 1000, 2000, 5000)
            .map(Duration::ofMillis)
            .mapToDouble(Duration::toNanos)
            .toArray();

    @Produces
    @Singleton
    MeterFilter buckets() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return REQUESTS.equals(id.getName()) ? inBuckets().merge(config) : config;
            }
        };
    }

    /** For requests that the client aborts: the framework counts them with the method as it was sent. */
    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.deny(id -> REQUESTS.equals(id.getName()) && !RequestTags.isKnown(id.getTag("method")));
    }

    private static DistributionStatisticConfig inBuckets() {
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(BUCKETS)
                .build();
    }
}
