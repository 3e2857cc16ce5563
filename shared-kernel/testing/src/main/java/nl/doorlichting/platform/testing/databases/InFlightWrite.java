package nl.doorlichting.platform.testing.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** A write in the database of the application under test that has begun and not ended. */
public final class InFlightWrite implements AutoCloseable {
    private static final String AWAITED = "select exists (select 1 from pg_stat_activity where pid <> pg_backend_pid()"
            + " and query like 'select public.recorded_until()%' and query_start > ?)";

    private static final String AWAITS_LOCK = "select exists (select 1 from pg_locks where not granted"
            + " and pg_backend_pid() = any (pg_blocking_pids(pid)))";

    private final Connection connection;
    private final Timestamp begun;

    private InFlightWrite(Connection connection, Timestamp begun) {
        this.connection = connection;
        this.begun = begun;
    }

    /** Begins it as the tables' owner. It is registered as another instance registers its own. */
    public static InFlightWrite of(String sql) throws SQLException {
        return unregistered("select register_write(); " + sql);
    }

    /** The same of what records nothing, such as a lock. */
    public static InFlightWrite unregistered(String sql) throws SQLException {
        var connection = connection("quarkus.flyway.username", "quarkus.flyway.password");
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            try (var now = statement.executeQuery("select clock_timestamp()")) {
                now.next();
                return new InFlightWrite(connection, now.getTimestamp(1));
            }
        }
    }

    /** Sends the request, ends the write once the application waits for it, and returns the answer. */
    public <T> T endWhenAwaitedBy(Supplier<T> request) throws SQLException {
        var answer = CompletableFuture.supplyAsync(request);
        try (var observer = connection("quarkus.datasource.username", "quarkus.datasource.password")) {
            while (!answer.isDone() && !isAwaited(observer)) {
                Thread.onSpinWait();
            }
        }
        connection.commit();
        return answer.join();
    }

    /** Sends the request, ends the write once a statement of it waits for a lock of the write, and returns the answer. */
    public <T> T endWhenLockIsAwaitedBy(Supplier<T> request) throws SQLException {
        var answer = CompletableFuture.supplyAsync(request);
        try (var observer = connection.prepareStatement(AWAITS_LOCK)) {
            while (!isTrue(observer)) {
                if (answer.isDone()) {
                    throw new IllegalStateException("answered without the lock: " + answer.join());
                }
            }
        }
        connection.commit();
        return answer.join();
    }

    /** Ends it, with what it recorded. */
    public void end() throws SQLException {
        connection.commit();
    }

    private boolean isAwaited(Connection observer) throws SQLException {
        try (var statement = observer.prepareStatement(AWAITED)) {
            statement.setTimestamp(1, begun);
            return isTrue(statement);
        }
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (var found = question.executeQuery()) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static Connection connection(String user, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
