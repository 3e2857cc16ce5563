package nl.doorlichting.platform.testing.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.doorlichting.platform.testing.time.RunningTime;

/**
 * Clients of a database. A request waits for the lock on its table, so these clients take such locks, table by table.
 */
final class TableLoad {
    // A transaction as long as an ordinary request.
    private static final String WORKING = "select pg_sleep(0.005)";
    // A slow report, longer than the wait of a request: a migration that waits for it must stop trying.
    private static final Duration REPORTING = Duration.ofSeconds(2);
    // Whether an index that is built concurrently has waited for the report, longer than a migration waits for a lock.
    // Requests do not wait for it, so a longer wait shows nothing.
    private static final String REPORTED = """
            select exists (select from pg_locks where locktype = 'virtualxid' and not granted
                and waitstart < clock_timestamp() - interval '400 ms')
            from pg_sleep(0.02)
            """;
    private static final String PAUSE = "select pg_sleep(0.3)";
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final String APPLIED = "select count(*) from flyway_schema_history, pg_sleep(0.02)";

    private final TestDatabase database;
    private final List<String> tables;
    private final Semaphore answered = new Semaphore(0);
    private final AtomicReference<MigrationUnderLoad.Wait> longest =
            new AtomicReference<>(new MigrationUnderLoad.Wait("nothing", Duration.ZERO));
    private volatile boolean stopped;
    private volatile boolean gaveUp;

    TableLoad(TestDatabase database) throws SQLException {
        this.database = database;
        this.tables = tablesOf(database);
    }

    /** Every table that requests work with. */
    static List<String> tablesOf(TestDatabase database) throws SQLException {
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
        request("write to ", "lock table only %s in row exclusive mode");
        return null;
    }

    Void read() throws SQLException {
        request("read of ", "select 1 from %s limit 1");
        return null;
    }

    private void request(String name, String sql) throws SQLException {
        try (var connection = connect()) {
            while (!stopped) {
                for (var table : tables) {
                    timed(name + table, connection, sql.formatted(table));
                    execute(connection, WORKING);
                    connection.commit();
                    answered.release();
                }
            }
        }
    }

    /**
     * Locks every table, with one snapshot, for a long time, or until a migration that wants a lock has stopped trying. Only
     * the time to get the locks counts as a wait.
     */
    Void report() throws SQLException {
        try (var connection = connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            while (!stopped) {
                gaveUp = false;
                for (var table : tables) {
                    timed("report of " + table, connection, "select 1 from " + table + " limit 1");
                }
                var begin = System.nanoTime();
                while (!gaveUp
                        && System.nanoTime() - begin < REPORTING.toNanos()
                        && !read(connection, REPORTED, Boolean.class)) {
                    continue;
                }
                connection.commit();
                pause(connection);
            }
        }
        return null;
    }

    /** Until the migration that gave up has been applied: the next report waits for the one after it. */
    private void pause(Connection connection) throws SQLException {
        if (!gaveUp) {
            execute(connection, PAUSE);
            connection.commit();
            return;
        }
        var begin = System.nanoTime();
        var before = read(connection, APPLIED, Long.class);
        while (!stopped
                && System.nanoTime() - begin < LONGEST_PAUSE.toNanos()
                && read(connection, APPLIED, Long.class).equals(before)) {
            connection.commit();
        }
        connection.commit();
    }

    private static <T> T read(Connection connection, String sql, Class<T> type) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        }
    }

    private void timed(String request, Connection connection, String sql) throws SQLException {
        MigrationUnderLoad.Wait wait;
        try (var time = RunningTime.start()) {
            execute(connection, sql);
            wait = new MigrationUnderLoad.Wait(request, time.taken());
        }
        longest.accumulateAndGet(wait, (one, other) -> one.time().compareTo(other.time()) < 0 ? other : one);
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

    /** Waits until so many more requests are answered. */
    void awaitRequests(int more) throws InterruptedException {
        answered.drainPermits();
        if (!answered.tryAcquire(more, 60, TimeUnit.SECONDS)) {
            throw new AssertionError("the clients do not get on");
        }
    }

    /** A migration did not get a lock in its time. */
    void migrationGaveUp() {
        gaveUp = true;
    }

    void stop() {
        stopped = true;
    }

    MigrationUnderLoad.Wait longestWait() {
        return longest.get();
    }
}
