package nl.doorlichting.platform.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {
    /** Otherwise a client could abort requests with invented methods until rarely used methods are no longer counted. */
    @Test
    void ignoresUnknownMethodsInMetrics() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new RequestMetrics().methods());
        for (int i = 0; i < 20; i++) {
            registry.timer("http.server.requests", "method", "INVENTED" + i).record(() -> {});
        }
        for (var method : List.of("DELETE", "GET", "HEAD", "OPTIONS", "OTHER", "PATCH", "POST", "PUT")) {
            registry.timer("http.server.requests", "method", method).record(() -> {});
        }
        registry.timer("another", "method", "INVENTED").record(() -> {});
        assertEquals(
                List.of("DELETE", "GET", "HEAD", "INVENTED", "OPTIONS", "OTHER", "PATCH", "POST", "PUT"),
                registry.getMeters().stream()
                        .map(meter -> meter.getId().getTag("method"))
                        .sorted()
                        .collect(Collectors.toList()));
    }

    @Test
    void countsAbortedRequestsWithoutTheirPaths() {
        var registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new RequestMetrics().aborted());
        for (int i = 0; i < 20; i++) {
            registry.timer("http.server.requests", "uri", "/invented/" + i, "status", "RESET")
                    .record(() -> {});
        }
        registry.timer("http.server.requests", "uri", "/v1/projects", "status", "200")
                .record(() -> {});
        assertEquals(
                List.of("/refused", "/v1/projects"),
                registry.getMeters().stream()
                        .map(meter -> meter.getId().getTag("uri"))
                        .sorted()
                        .toList());
    }
}
