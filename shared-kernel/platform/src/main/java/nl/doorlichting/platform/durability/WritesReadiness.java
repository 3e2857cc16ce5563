package nl.doorlichting.platform.durability;

import io.quarkus.arc.properties.IfBuildProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready, because reads go on while writes wait, and all instances wait alike. The check shows whether writes wait. */
@Readiness
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class WritesReadiness implements HealthCheck {
    private final CommitWatch commits;

    WritesReadiness(CommitWatch commits) {
        this.commits = commits;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Writes")
                .up()
                .withData("writes", commits.isWaiting() ? "writes wait for a standby" : "writes are confirmed")
                .build();
    }
}
