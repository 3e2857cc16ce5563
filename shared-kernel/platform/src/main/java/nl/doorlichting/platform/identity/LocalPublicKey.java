package nl.doorlichting.platform.identity;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A fixed public key that replaces the identity provider, for the local launcher and for tests. It is rejected in
 * every other profile.
 */
@Singleton
class LocalPublicKey {
    private static final Set<String> PROFILES = Set.of("local", "test");
    private static final String REFUSAL =
            "quarkus.oidc.public-key (QUARKUS_OIDC_PUBLIC_KEY) is a key for the local launcher and is refused in the"
                    + " profile %s: remove it, and name the identity provider with DOORLICHTING_ISSUER";

    private final boolean used;

    LocalPublicKey(@ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key) {
        this.used = key.isPresent();
    }

    /** Runs before anything else is started. */
    void check(@Observes @Priority(1) StartupEvent event) {
        check(ConfigUtils.getProfiles());
    }

    void check(Collection<String> profiles) {
        if (used && !PROFILES.containsAll(profiles)) {
            throw new ConfigurationException(REFUSAL.formatted(String.join(",", profiles)));
        }
    }

    /** Whether tokens are verified with this key, and without a provider. */
    boolean isUsed() {
        return used;
    }
}
