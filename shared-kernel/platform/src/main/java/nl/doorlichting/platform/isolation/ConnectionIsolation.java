package nl.doorlichting.platform.isolation;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import nl.doorlichting.platform.time.RegisteredWrites;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sets in the database which rows it may show and how long a statement may take, each time that a connection is taken
 * from the pool: once in a transaction, and once for each statement outside one. Every time overwrites the last, so
 * nothing has to be undone when the connection returns. A write is registered in the same message. Not active in a process
 * that only migrates, because that works as the owner.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class ConnectionIsolation implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(ConnectionIsolation.class);

    private final Supplier<RowScope> rows;
    private final Supplier<Optional<Duration>> timeout;
    private final RegisteredWrites writes;
    private final boolean onlyMigrates;
    private final String applicationRole;
    private final String staffRole;

    ConnectionIsolation(
            Supplier<RowScope> rows,
            Supplier<Optional<Duration>> timeout,
            RegisteredWrites writes,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean onlyMigrates,
            @ConfigProperty(name = "doorlichting.application-role") String applicationRole,
            @ConfigProperty(name = "doorlichting.staff-role") String staffRole) {
        this.rows = rows;
        this.timeout = timeout;
        this.writes = writes;
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
            if (writes.isToBeRegistered()) {
                statement.execute(statementFor(rows.get()) + "; " + RegisteredWrites.REGISTER);
                writes.registered(statement);
            } else {
                statement.execute(statementFor(rows.get()));
            }
        } catch (SQLException failed) {
            end(connection, failed);
        }
    }

    // Not by a query: after its first query a transaction can no longer choose its isolation level. A registered write
    // keeps the usual one.
    private String statementFor(RowScope visible) {
        return "set statement_timeout = %s; set role \"%s\"; set doorlichting.organisation = %s; set doorlichting.subject = %s"
                .formatted(
                        timeout.get()
                                .map(Duration::toMillis)
                                .map(String::valueOf)
                                .orElse("default"),
                        (visible.all() ? staffRole : applicationRole).replace("\"", "\"\""),
                        literal(visible.organisation()),
                        literal(visible.subject()));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    // If this threw, the pool would give the connection to the next request. A closed connection shows no rows: the
    // current request fails at its first statement, and the pool makes a new connection.
    private static void end(Connection connection, SQLException failed) {
        LOG.warnf("Closed a connection, because its row scope could not be set: %s", failed.getSQLState());
        try {
            connection.abort(Runnable::run);
        } catch (SQLException notEnded) {
            throw new IllegalStateException(notEnded);
        }
    }
}
