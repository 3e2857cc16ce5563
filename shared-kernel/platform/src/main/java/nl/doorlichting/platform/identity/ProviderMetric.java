package nl.doorlichting.platform.identity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Shows whether the last request to the identity provider succeeded. After an hour without an answer no token is
 * accepted.
 */
@Singleton
class ProviderMetric {
    private final SigningKeyCache keys;
    private final LocalPublicKey localKey;
    private final MeterRegistry registry;

    ProviderMetric(SigningKeyCache keys, LocalPublicKey localKey, MeterRegistry registry) {
        this.keys = keys;
        this.localKey = localKey;
        this.registry = registry;
    }

    void show(@Observes StartupEvent event) {
        Gauge.builder("doorlichting.identity.provider.answers", this, ProviderMetric::answers)
                .strongReference(true)
                .register(registry);
    }

    private double answers() {
        return localKey.isUsed() || keys.isProviderAnswering() ? 1 : 0;
    }
}
