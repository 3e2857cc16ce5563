package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import nl.doorlichting.platform.durability.CommitWatch;

/**
 * Makes scheduled jobs skip their turns until the database has the schema that this service needs, while it does not
 * answer, and while commits wait for a standby.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
public class SkipUnlessWritable implements Scheduled.SkipPredicate {
    private final SchemaVersion schema;
    private final CommitWatch commits;

    SkipUnlessWritable(SchemaVersion schema, CommitWatch commits) {
        this.schema = schema;
        this.commits = commits;
    }

    @Override
    public boolean test(ScheduledExecution turn) {
        try {
            // Not only to save time: jobs that wait for a connection keep requests and health checks waiting.
            return commits.isSilent() || commits.isWaiting() || !schema.isThere();
        } catch (SQLException notYet) {
            return true;
        }
    }
}
