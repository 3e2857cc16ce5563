package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import java.sql.SQLException;
import nl.doorlichting.platform.durability.CommitWatch;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Not ready until the database has the schema that this service needs. The check names the version it waits for. */
@Readiness
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class SchemaReadiness implements HealthCheck {
    private static final String NAME = "Database schema";
    private static final String DETAIL = "schema";

    private final SchemaVersion schema;
    private final CommitWatch watch;

    SchemaReadiness(SchemaVersion schema, CommitWatch watch) {
        this.schema = schema;
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named(NAME);
        if (watch.isSilent()) {
            return silent(answer);
        }
        try {
            var state = schema.state();
            return answer.status(state.good())
                    .withData(DETAIL, state.sentence())
                    .build();
        } catch (SQLException noAnswer) {
            return silent(answer);
        }
    }

    private static HealthCheckResponse silent(HealthCheckResponseBuilder answer) {
        return answer.down().withData(DETAIL, "the database does not answer").build();
    }
}
