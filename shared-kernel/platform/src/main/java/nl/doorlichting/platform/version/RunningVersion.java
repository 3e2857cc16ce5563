package nl.doorlichting.platform.version;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The version of the product that this process runs, and the commit that it was built from. An image has the commit in its
 * environment ({@code DOORLICHTING_COMMIT}); outside of an image it is not known.
 */
@Singleton
public class RunningVersion {
    private static final String UNKNOWN = "unknown";

    private final String product;
    private final Optional<String> commit;
    private final MeterRegistry registry;

    RunningVersion(
            @ConfigProperty(name = "quarkus.application.version") String product,
            @ConfigProperty(name = "doorlichting.commit") Optional<String> commit,
            MeterRegistry registry) {
        this.product = product;
        this.commit = commit;
        this.registry = registry;
    }

    /** As in the pom, such as {@code 0.2.0}. */
    public String product() {
        return product;
    }

    /** The id in git, where it is known. */
    public Optional<String> commit() {
        return commit;
    }

    String commitOrUnknown() {
        return commit.orElse(UNKNOWN);
    }

    void show(@Observes StartupEvent event) {
        Gauge.builder("doorlichting.version", () -> 1)
                .tag("version", product)
                .tag("commit", commitOrUnknown())
                .register(registry);
    }
}
