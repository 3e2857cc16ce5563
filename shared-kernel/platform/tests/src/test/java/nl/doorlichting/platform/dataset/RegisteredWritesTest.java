package nl.doorlichting.platform.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before the moment that readers take, no write that has registered can record anything any more. */
@ResourceLock("PostgreSQL of the tests")
class RegisteredWritesTest {
    private static final String MIGRATION = "/db/migration/V150__register_writes.sql";
    private static final String REGISTER = "select register_write()";
    private static final String RECORDED_UNTIL = "select recorded_until()";
    private static final int WRITERS = 6;
    private static final int READERS = 2;
    private static final int WRITES = 150;

    private final TestDatabase database = TestDatabase.create("registered_writes");

    /** What a reader found before a moment. */
    private record Found(OffsetDateTime until, long entries) {}

    @BeforeEach
    void tables() throws SQLException, IOException {
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var migration = getClass().getResourceAsStream(MIGRATION)) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("create table entry (recorded_at timestamptz not null);"
                    + " grant usage on schema public to registered_writes_app, registered_writes_staff;"
                    + " grant select, insert on entry to registered_writes_app, registered_writes_staff");
        }
    }

    /** Registered by one login with another role, before it has a transaction number. */
    @Test
    void isMomentOfOldestRegisteredWriteThatRuns() throws SQLException {
        try (var reader = database.asApplication();
                var older = writer();
                var younger = writer()) {
            var before = moment(reader, RECORDED_UNTIL);
            var registered = moment(older, REGISTER);
            var later = moment(younger, REGISTER);
            assertTrue(later.isAfter(registered));
            var until = moment(reader, RECORDED_UNTIL);
            assertFalse(until.isBefore(before));
            assertFalse(until.isAfter(registered));
            older.commit();
            until = moment(reader, RECORDED_UNTIL);
            assertTrue(until.isAfter(registered));
            assertFalse(until.isAfter(later));
            younger.rollback();
            var now = moment(reader, "select clock_timestamp()");
            assertFalse(moment(reader, RECORDED_UNTIL).isBefore(now));
        }
    }

    /** Other locks with two keys, and locks of other databases, are none of writes. */
    @Test
    void takesNoOtherLockForWrite() throws SQLException {
        try (var other = writer();
                var reader = database.asApplication()) {
            execute(other, "select pg_advisory_xact_lock(1, 0), pg_advisory_xact_lock_shared(1)");
            var now = moment(reader, "select clock_timestamp()");
            assertFalse(moment(reader, RECORDED_UNTIL).isBefore(now));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nothingAppearsBeforeMomentThatWasRead(long seed) throws SQLException {
        var found = new ConcurrentLinkedQueue<Found>();
        var writers = IntStream.range(0, WRITERS)
                .mapToObj(writer -> begin(() -> write(new Random(seed * WRITERS + writer))))
                .toList();
        var all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        var readers = IntStream.range(0, READERS)
                .mapToObj(reader -> begin(() -> read(all, found)))
                .toList();
        readers.forEach(CompletableFuture::join);
        all.join();
        assertFalse(found.isEmpty());
        try (var reader = database.asApplication()) {
            for (var earlier : found) {
                assertEquals(earlier.entries(), entries(reader, earlier.until()), () -> "before " + earlier.until());
            }
        }
    }

    // Registered late or at once, and ended soon or late, or undone.
    private Void write(Random random) throws SQLException {
        try (var connection = writer()) {
            for (var write = 0; write < WRITES; write++) {
                if (random.nextInt(4) == 0) {
                    execute(connection, "select count(*) from entry");
                }
                List<OffsetDateTime> recorded = new ArrayList<>();
                recorded.add(moment(connection, REGISTER));
                if (random.nextBoolean()) {
                    execute(connection, "select pg_sleep(" + random.nextDouble() / 100 + ")");
                    recorded.add(moment(connection, "select clock_timestamp()"));
                }
                for (var moment : recorded) {
                    try (var insert = connection.prepareStatement("insert into entry values (?)")) {
                        insert.setObject(1, moment);
                        insert.executeUpdate();
                    }
                }
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    private Void read(CompletableFuture<Void> writers, ConcurrentLinkedQueue<Found> found) throws SQLException {
        try (var connection = database.asApplication()) {
            do {
                var until = moment(connection, RECORDED_UNTIL);
                found.add(new Found(until, entries(connection, until)));
            } while (!writers.isDone());
        }
        return null;
    }

    private Connection writer() throws SQLException {
        var connection = database.asStaff();
        connection.setAutoCommit(false);
        return connection;
    }

    private static long entries(Connection connection, OffsetDateTime until) throws SQLException {
        try (var count = connection.prepareStatement("select count(*) from entry where recorded_at < ?")) {
            count.setObject(1, until);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static OffsetDateTime moment(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static CompletableFuture<Void> begin(Callable<Void> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.call();
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                },
                task -> new Thread(task).start());
    }
}
