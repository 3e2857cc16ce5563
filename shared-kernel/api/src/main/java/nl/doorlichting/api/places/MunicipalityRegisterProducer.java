package nl.doorlichting.api.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The municipality register of this process: the built-in one, or the one in the configuration. */
@ApplicationScoped
class MunicipalityRegisterProducer {
    @Produces
    @Singleton
    MunicipalityRegister register(
            @ConfigProperty(name = "doorlichting.register.municipalities") Optional<Path> municipalities,
            @ConfigProperty(name = "doorlichting.register.successions") Optional<Path> successions,
            @ConfigProperty(name = "doorlichting.register.version") Optional<String> version) {
        if (municipalities.isEmpty()) {
            return MunicipalityRegister.builtIn();
        }
        return MunicipalityRegister.load(municipalities.get(), successions.orElseThrow(), version.orElseThrow());
    }
}
