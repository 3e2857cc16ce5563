package nl.doorlichting.training.personaldata;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the configured keys when the service starts. With a wrong key it does not start. */
class KeyRingProducer {
    @Produces
    @Singleton
    @Startup
    KeyRing keys(PersonalDataConfig config) {
        return KeyRing.of(config.keys().orElse(List.of()));
    }
}
