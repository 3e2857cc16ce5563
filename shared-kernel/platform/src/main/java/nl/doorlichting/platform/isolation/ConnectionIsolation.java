package nl.doorlichting.platform.isolation;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.doorlichting.platform.statements.ConsistentReads;
import nl.doorlichting.platform.statements.OpeningQuery;
import nl.doorlichting.platform.time.RegisteredWrites;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sets in the database which rows it may show and how long a statement may take, each time that a connection is taken
 * from the pool: once in a transaction, and once for each statement outside one. Every time overwrites the last, so
 * nothing has to be undone when the connection returns. A write is registered in the same message, and a consistent read begins
 * with it. Not active in a process that only migrates, because that works as the owner.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class ConnectionIsolation implements AgroalPoolInterceptor {
    private static final Logger LOG = Logger.getLogger(ConnectionIsolation.class);

    private final Supplier<RowScope> rows;
    private final Supplier<Optional<Duration>> timeout;
    private final RegisteredWrites writes;
    private final ConsistentReads reads;
    private final boolean onlyMigrates;
    private final String applicationRole;
    private final String staffRole;

    ConnectionIsolation(
            Supplier<RowScope> rows,
            Supplier<Optional<Duration>> timeout,
            RegisteredWrites writes,
            ConsistentReads reads,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean onlyMigrates,
            @ConfigProperty(name = "doorlichting.application-role") String applicationRole,
            @ConfigProperty(name = "doorlichting.staff-role") String staffRole) {
        this.rows = rows;
        this.timeout = timeout;
        this.writes = writes;
        this.reads = reads;
        this.onlyMigrates = onlyMigrates;
        this.applicationRole = applicationRole;
        this.staffRole = staffRole;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (onlyMigrates) {
            return;
        }
        var query = OpeningQuery.withdraw();
        try {
            if (query == null) {
                set(connection, rows.get(), writes.isToBeRegistered());
            } else {
                setAndAsk(connection, rows.get(), writes.isToBeRegistered(), query);
            }
        } catch (SQLException failed) {
            end(connection, failed);
        }
    }

    // Not by a query: after its first query a transaction can no longer choose its isolation level. A registered write
    // keeps the usual one.
    private void set(Connection connection, RowScope visible, boolean registers) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("%s; set doorlichting.organisation = %s; set doorlichting.subject = %s%s"
                    .formatted(
                            opening(visible),
                            literal(visible.organisation()),
                            literal(visible.subject()),
                            registers ? "; select " + RegisteredWrites.REGISTER : ""));
            if (registers) {
                writes.registered(toQuery(statement));
            }
        }
    }

    // The same by a query, whose text is equal for all callers, so that the database has its plan.
    private void setAndAsk(Connection connection, RowScope visible, boolean registers, OpeningQuery<?> query)
            throws SQLException {
        query.send(
                connection,
                "%s; select %s, set_config('doorlichting.organisation', ?, false), set_config('doorlichting.subject', ?, false);"
                        .formatted(opening(visible), registers ? RegisteredWrites.REGISTER : "null"),
                List.of(visible.organisation(), visible.subject()),
                message -> {
                    var scope = toQuery(message);
                    if (registers) {
                        writes.registered(scope);
                    }
                });
    }

    /** The rows of the first query among the statements that were sent. */
    private static ResultSet toQuery(Statement sent) throws SQLException {
        while (sent.getResultSet() == null) {
            sent.getMoreResults();
        }
        return sent.getResultSet();
    }

    private String opening(RowScope visible) {
        return "%sset statement_timeout = %s; set role \"%s\""
                .formatted(
                        reads.isCurrent() ? ConsistentReads.ONE_MOMENT + "; " : "",
                        timeout.get()
                                .map(Duration::toMillis)
                                .map(String::valueOf)
                                .orElse("default"),
                        (visible.all() ? staffRole : applicationRole).replace("\"", "\"\""));
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
