package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/** Makes scheduled jobs skip their turns until the database has the schema that this service needs. */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SkipUnlessWritable implements Scheduled.SkipPredicate {
    private final SchemaVersion schema;

    SkipUnlessWritable(SchemaVersion schema) {
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
