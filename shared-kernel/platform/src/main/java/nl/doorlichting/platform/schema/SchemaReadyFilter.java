package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.Priorities;
import java.sql.SQLException;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers 503 until the database has the schema that this service needs. */
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class SchemaReadyFilter {
    // After the access check, so that a request without a token still gets a 401.
    private static final int AFTER_ACCESS = Priorities.AUTHORIZATION + 1;

    private final SchemaVersion schema;

    SchemaReadyFilter(SchemaVersion schema) {
        this.schema = schema;
    }

    @ServerRequestFilter(priority = AFTER_ACCESS)
    void check() throws SQLException {
        if (!schema.isThere()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("database.schema-outdated"));
        }
    }
}
