package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** For jobs on the database: their turns pass until it has the schema that this service needs, as readiness tells. */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SkipUntilSchemaReady implements Scheduled.SkipPredicate {
    private final SchemaVersion schema;

    SkipUntilSchemaReady(SchemaVersion schema) {
        this.schema = schema;
    }

    @Override
    public boolean test(ScheduledExecution turn) {
        try {
            return !schema.isThere();
        } catch (SQLException notYet) {
            return true;
        }
    }
}
