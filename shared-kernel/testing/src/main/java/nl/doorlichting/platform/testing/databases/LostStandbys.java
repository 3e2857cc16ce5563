package nl.doorlichting.platform.testing.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.function.Executable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/**
 * Makes the server of the tests wait for a standby at each commit: one that is not there, or while this is open one that is
 * there and confirms nothing until it is asked to.
 */
public final class LostStandbys implements AutoCloseable {
    private static final String NAME = "standby_of_tests";

    private final Connection connection;
    private final PGReplicationStream stream;

    private LostStandbys(Connection connection, PGReplicationStream stream) {
        this.connection = connection;
        this.stream = stream;
    }

    /** Runs the test while no standby is there. */
    public static void whileGone(Executable test) {
        try {
            set(NAME);
            try {
                test.execute();
            } finally {
                set("");
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** A standby is connected and confirms nothing. */
    public static LostStandbys silent() throws SQLException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", "postgres");
        PGProperty.REPLICATION.set(login, "true");
        PGProperty.PREFER_QUERY_MODE.set(login, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(login, "18");
        PGProperty.APPLICATION_NAME.set(login, NAME);
        var connection = DriverManager.getConnection(TestPostgres.url("postgres"), login);
        var stream = connection
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(LogSequenceNumber.valueOf(one("select pg_current_wal_flush_lsn()::text")))
                .withStatusInterval(1, TimeUnit.HOURS)
                .start();
        set(NAME);
        return new LostStandbys(connection, stream);
    }

    /** The silent standby confirms all commits until now. */
    public void confirm() throws SQLException {
        while (stream.readPending() != null) {
            // What it received is what it confirms.
        }
        stream.setFlushedLSN(stream.getLastReceiveLSN());
        stream.setAppliedLSN(stream.getLastReceiveLSN());
        stream.forceUpdateStatus();
    }

    /** Commits do not wait any more. */
    @Override
    public void close() throws SQLException {
        set("");
        connection.close();
    }

    private static void set(String standbys) throws SQLException {
        try (var superuser = TestPostgres.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '" + standbys + "'");
            statement.execute("select pg_reload_conf()");
        }
        // Each new connection begins with the configuration of the server.
        while (!one("show synchronous_standby_names").equals(standbys)) {
            Thread.onSpinWait();
        }
        // The checkpointer lets all others know whether commits wait, and reads the configuration before each
        // checkpoint.
        try (var superuser = TestPostgres.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private static String one(String sql) throws SQLException {
        try (var superuser = TestPostgres.superuser();
                var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
