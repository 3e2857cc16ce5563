package nl.doorlichting.platform.isolation;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the database whose rows it may show, each time that a connection is taken from the pool: once in a transaction,
 * once for each statement outside one. What was said before is said anew, so nothing has to be undone on return.
 * Not where a process only migrates and ends, for that works as the owner.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class ConnectionIsolation implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(ConnectionIsolation.class);

    private final Supplier<RowScope> rows;
    private final boolean onlyMigrates;
    private final String applicationRole;
    private final String staffRole;

    ConnectionIsolation(
            Supplier<RowScope> rows,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean onlyMigrates,
            @ConfigProperty(name = "doorlichting.application-role") String applicationRole,
            @ConfigProperty(name = "doorlichting.staff-role") String staffRole) {
        this.rows = rows;
        this.onlyMigrates = onlyMigrates;
        this.applicationRole = applicationRole;
        this.staffRole = staffRole;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (onlyMigrates) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(said(rows.get()));
        } catch (SQLException failed) {
            end(connection, failed);
        }
    }

    // Not by a query: after its first one a transaction can no longer choose its isolation level.
    private String said(RowScope visible) {
        return "set role \"%s\"; set doorlichting.organisation = %s; set doorlichting.subject = %s"
                .formatted(
                        (visible.all() ? staffRole : applicationRole).replace("\"", "\"\""),
                        literal(visible.organisation()),
                        literal(visible.subject()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    // The pool would keep the connection for the next one when this threw. Ended, it shows nobody anything: whoever has
    // it now fails at the first statement, and the pool makes another.
    private static void end(Connection connection, SQLException failed) {
        LOG.warnf("A connection was ended, for the database did not take whose rows to show: %s", failed.getSQLState());
        try {
            connection.abort(Runnable::run);
        } catch (SQLException notEnded) {
            throw new IllegalStateException(notEnded);
        }
    }
}
