package nl.doorlichting.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What may be counted of requests that the client aborts: the framework counts them with method and path as they were
 * sent.
 */
class RequestMetrics {
    private static final String REQUESTS = "http.server.requests";

    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.deny(id -> REQUESTS.equals(id.getName()) && !RequestTags.isKnown(id.getTag("method")));
    }

    @Produces
    @Singleton
    MeterFilter aborted() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return REQUESTS.equals(id.getName()) && "RESET".equals(id.getTag("status"))
                        ? id.withTag(Tag.of("uri", RequestTags.REFUSED))
                        : id;
            }
        };
    }
}
