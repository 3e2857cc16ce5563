package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Makes migrations take turns with a lock of the session instead of the transaction. An index that is built
 * concurrently waits for all older transactions, so with a lock in a transaction it would wait for ever.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class MigrationLock implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
