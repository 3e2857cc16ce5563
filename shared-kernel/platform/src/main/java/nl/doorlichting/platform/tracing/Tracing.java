package nl.doorlichting.platform.tracing;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every request has a trace id. Spans are recorded only if there is a collector. */
class Tracing {
    @Produces
    @Singleton
    Sampler sampler(
            @ConfigProperty(name = "quarkus.otel.exporter.otlp.endpoint") Optional<String> collector,
            @ConfigProperty(name = "doorlichting.traces.share") double share,
            @ConfigProperty(name = "doorlichting.traces.callers-decide") boolean callersDecide) {
        return new TraceSampler(
                collector.isPresent() ? share : 0,
                callersDecide,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    @Produces
    @Singleton
    SpanProcessor privacy() {
        return new SpanPrivacy();
    }
}
