package nl.doorlichting.training.personaldata;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The configured keys, read when the service starts: without good ones it does not. */
class Keys {
    @Produces
    @Singleton
    @Startup
    KeyRing keys(PersonalDataConfig config) {
        return KeyRing.of(config.keys().orElse(List.of()));
    }
}
