package nl.doorlichting.platform.identity;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the provider has answered, and from then on. A provider that is away later affects all instances alike,
 * so this instance stays ready.
 */
@Readiness
@Singleton
class ProviderReadiness implements HealthCheck {
    private final SigningKeyCache keys;
    private final LocalPublicKey localKey;
    private final String waitsFor;

    ProviderReadiness(
            SigningKeyCache keys,
            LocalPublicKey localKey,
            @ConfigProperty(name = "doorlichting.issuer") Optional<String> issuer) {
        this.keys = keys;
        this.localKey = localKey;
        this.waitsFor = issuer.orElse("DOORLICHTING_ISSUER");
    }

    @Override
    public HealthCheckResponse call() {
        var ready = localKey.isUsed() || keys.areThere();
        var answer = HealthCheckResponse.named("Keys of the identity provider").status(ready);
        return (ready ? answer : answer.withData("waitsFor", waitsFor)).build();
    }
}
