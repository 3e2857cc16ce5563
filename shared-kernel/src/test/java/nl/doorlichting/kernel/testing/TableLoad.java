package nl.doorlichting.kernel.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients of a database: what a write waits for is the lock on its table, so that is what these take, table by table. */
final class TableLoad {
    // A transaction as long as an ordinary request.
    private static final String WRITING = "select pg_sleep(0.005)";
    // A report that takes its time, longer than a write may wait: a migration that queues behind it must give up.
    private static final String READING = "select pg_sleep(2)";
    private static final String PAUSE = "select pg_sleep(0.3)";

    private final TestDatabase database;
    private final List<String> tables;
    private final Semaphore written = new Semaphore(0);
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean stopped;

    TableLoad(TestDatabase database) throws SQLException {
        this.database = database;
        this.tables = tables();
    }

    private List<String> tables() throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select quote_ident(tablename) from pg_tables"
                        + " where schemaname = 'public' and tablename <> 'flyway_schema_history'")) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    Void write() throws SQLException {
        try (var connection = connect()) {
            while (!stopped) {
                for (var table : tables) {
                    var begin = System.nanoTime();
                    execute(connection, "lock table only " + table + " in row exclusive mode");
                    longest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                    execute(connection, WRITING);
                    connection.commit();
                    written.release();
                }
            }
        }
        return null;
    }

    Void read() throws SQLException {
        try (var connection = connect()) {
            while (!stopped) {
                for (var table : tables) {
                    execute(connection, "select 1 from " + table + " limit 1");
                }
                execute(connection, READING);
                connection.commit();
                execute(connection, PAUSE);
                connection.commit();
            }
        }
        return null;
    }

    private Connection connect() throws SQLException {
        var connection = database.asOwner();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until so many more writes are done. */
    void awaitWrites(int more) throws InterruptedException {
        written.drainPermits();
        if (!written.tryAcquire(more, 60, TimeUnit.SECONDS)) {
            throw new AssertionError("the writers do not get on");
        }
    }

    void stop() {
        stopped = true;
    }

    Duration longestWait() {
        return Duration.ofNanos(longest.get());
    }
}
