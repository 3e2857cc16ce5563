package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * One migrates at a time, by a lock of its session and not of a transaction: an index that is built beside the traffic
 * waits until every transaction that is older has ended, and would wait for that lock for ever.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class MigrationLock implements FlywayConfigurationCustomizer {
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    }
}
