package nl.doorlichting.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long requests take, in buckets with a boundary at each limit of an objective, by method alone. Buckets for each
 * operation and status would be ten thousand series (ADR 35); which operation is slow, {@code http.server.requests} shows.
 */
@ApplicationScoped
class RequestDurations {
    private static final String METRIC = "doorlichting.requests";
    private static final Duration[] BUCKETS = Stream.of(25, 100, 250, 500, 1000, 2000, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<String, Timer> timers;

    RequestDurations(MeterRegistry registry) {
        // All from the start: a series that appears with its first request hides that request from a rate.
        this.timers = RequestTags.methods()
                .collect(Collectors.toMap(
                        Function.identity(),
                        method -> Timer.builder(METRIC)
                                .tag("method", method)
                                .serviceLevelObjectives(BUCKETS)
                                .register(registry)));
    }

    void register(@Observes @Priority(1) Router router) {
        router.route().order(UnmatchedRequests.BEFORE_EVERYTHING).handler(this::measure);
    }

    private void measure(RoutingContext request) {
        var begun = System.nanoTime();
        var timer = timers.get(RequestTags.known(request.request().method().name()));
        request.addEndHandler(ended -> timer.record(Duration.ofNanos(System.nanoTime() - begun)));
        request.next();
    }
}
