package nl.doorlichting.platform.version;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Names the version beside what is well, so that one look shows both during a rollout. It is always up. */
@Startup
@Singleton
class VersionHealth implements HealthCheck {
    private final RunningVersion version;

    VersionHealth(RunningVersion version) {
        this.version = version;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Version")
                .up()
                .withData("version", version.product())
                .withData("commit", version.commitOrUnknown())
                .build();
    }
}
