package nl.doorlichting.platform.sums;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import nl.doorlichting.platform.sums.Sums.SumTable;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and tail together are the records that count, at each moment and whatever happens to writers and folders. */
@ResourceLock("PostgreSQL of the tests")
class SumsTest {
    private static final int WRITERS = 4;
    private static final int WRITES = 150;
    private static final Sums SUMS = new Sums(
            "visits",
            "visit",
            "visit_counted",
            List.of("visit"),
            List.of("records", "people"),
            List.of(new SumTable("visits_by_place", List.of("place")), new SumTable("visits", List.of("kind"))));
    // In one statement, so that both are of one moment: what is read and what is recorded.
    private static final String READ = """
            select coalesce((select sum(people) from (select people from visits_by_place
                    union all select sign * people from visit e where %s) e), 0)
                - coalesce((select sum(sign * people) from visit), 0)
            """.formatted(SUMS.tail());

    private static final String MIGRATION = "/db/migration/V135__add_up_bigints_as_bigints.sql";

    private final TestDatabase database = TestDatabase.create("sums");

    @BeforeEach
    void tables() throws SQLException, IOException {
        try (var owner = database.asOwner();
                var migration = getClass().getResourceAsStream(MIGRATION)) {
            execute(owner, new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            execute(owner, """
                    create table sums_snapshot (name text primary key, cluster bigint, until_x xid8 not null default '0',
                        in_progress xid8[] not null default '{}', folded_at timestamptz not null default now(),
                        checked_at timestamptz, differing bigint not null default 0);
                    insert into sums_snapshot (name) values ('visits');
                    create table visit (x xid8 not null default pg_current_xact_id(), sign integer not null default 1,
                        place text, kind text, records bigint not null default 1, people bigint not null);
                    create index ix_visit_x on visit (x);
                    create view visit_counted as select place, kind, cast(sum(sign * records) as bigint) as records,
                        cast(sum(sign * people) as bigint) as people from visit group by 1, 2;
                    create table visits_by_place (place text, records bigint, people bigint,
                        constraint uq_visits_by_place unique nulls not distinct (place));
                    create table visits (kind text, records bigint, people bigint,
                        constraint uq_visits unique nulls not distinct (kind));
                    """);
            write(owner, "A", 5);
            fold(owner);
        }
    }

    @Test
    void entriesAreReadBeforeAndAfterFold() throws SQLException {
        try (var owner = database.asOwner()) {
            assertEquals(List.of("A 1 5"), places(owner));
            write(owner, "A", 7);
            write(owner, null, 3);
            execute(owner, "insert into visit (sign, place, kind, people) values (-1, 'A', 'k', 5)");
            assertExact(owner);
            assertEquals(List.of("A 1 5"), places(owner));
            fold(owner);
            assertExact(owner);
            assertEquals(List.of("A 1 7", "null 1 3"), places(owner));
        }
    }

    @Test
    void openWriterIsInTailUntilFoldAfterItsEnd() throws SQLException {
        try (var open = database.asOwner();
                var failing = database.asOwner();
                var owner = database.asOwner()) {
            open.setAutoCommit(false);
            failing.setAutoCommit(false);
            write(open, "A", 100);
            write(failing, "A", 1000);
            write(owner, "A", 1);
            fold(owner);
            assertExact(owner);
            assertEquals(List.of("A 2 6"), places(owner));
            write(owner, "B", 2);
            open.commit();
            failing.rollback();
            assertExact(owner);
            fold(owner);
            assertExact(owner);
            assertEquals(List.of("A 3 106", "B 1 2"), places(owner));
        }
    }

    @Test
    void killedFolderLeavesEntriesInTail() throws SQLException {
        try (var killed = database.asOwner();
                var owner = database.asOwner()) {
            write(owner, "A", 1);
            killed.setAutoCommit(false);
            assertEquals(List.of("t"), query(killed, SUMS.lock()));
            execute(killed, SUMS.fold());
            var process = query(killed, "select pg_backend_pid()").get(0);
            assertEquals(List.of(), query(owner, SUMS.lock()), "a second folder leaves the work to the first");
            execute(owner, "select pg_terminate_backend(" + process + ", 10000)");
            assertThrows(SQLException.class, killed::commit);
            assertExact(owner);
            assertEquals(List.of("A 1 5"), places(owner));
            fold(owner);
            assertEquals(List.of("A 2 6"), places(owner));
        }
    }

    @Test
    void readersAreExactBesideWritersAndFolders() throws Exception {
        var writing = new AtomicBoolean(true);
        var pool = Executors.newCachedThreadPool();
        try {
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> pool.submit(() -> work(connection -> {
                        for (var i = 0; i < WRITES; i++) {
                            writeOrRollBack(connection, writer, i);
                        }
                    })))
                    .toList();
            var others = new ArrayList<Future<Void>>();
            for (var i = 0; i < 2; i++) {
                others.add(pool.submit(() -> work(connection -> {
                    while (writing.get()) {
                        fold(connection);
                    }
                })));
                others.add(pool.submit(() -> work(connection -> {
                    while (writing.get()) {
                        assertExact(connection);
                    }
                })));
            }
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (var other : others) {
                other.get();
            }
        } finally {
            writing.set(false);
            pool.shutdownNow();
        }
        try (var owner = database.asOwner()) {
            fold(owner);
            assertExact(owner);
            assertEquals(List.of("0", "0"), differing(owner));
            assertEquals(List.of("f"), query(owner, SUMS.hasTail()));
        }
    }

    @Test
    void checkFindsPlantedDifference() throws SQLException {
        try (var owner = database.asOwner()) {
            write(owner, "B", 2);
            assertEquals(List.of("0", "0"), differing(owner));
            execute(owner, "update visits_by_place set people = people + 1 where place = 'A'");
            assertEquals(List.of("1", "0"), differing(owner));
            execute(owner, "insert into visits values ('x', 1, 1)");
            assertEquals(List.of("1", "1"), differing(owner));
        }
    }

    /** In another cluster the numbers of the dump mean nothing: they may come again. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "null"})
    void restoredDumpIsSummedAnew(String cluster) throws SQLException {
        try (var owner = database.asOwner()) {
            execute(owner, "update visit set x = '9000000000'");
            execute(owner, "update sums_snapshot set cluster = " + cluster + ", until_x = '8000000000'");
            assertEquals(List.of("f"), query(owner, SUMS.isBuilt()));
            write(owner, "B", 2);
            fold(owner);
            assertEquals(List.of("t"), query(owner, SUMS.isBuilt()));
            assertEquals(List.of("1"), query(owner, "select count(*) from visit where x = '0'"));
            assertEquals(List.of("A 1 5", "B 1 2"), places(owner));
            write(owner, "B", 3);
            assertExact(owner);
            assertEquals(List.of("1"), query(owner, SUMS.state().replaceAll(", extract.*, differing", "")));
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private Void work(Work work) throws SQLException {
        try (var connection = database.asOwner()) {
            work.on(connection);
            return null;
        }
    }

    private static void writeOrRollBack(Connection connection, int writer, int number) throws SQLException {
        connection.setAutoCommit(false);
        write(connection, "P" + number % 7, 1 + writer);
        if (number % 5 == 0) {
            connection.rollback();
        } else {
            connection.commit();
        }
    }

    private static void write(Connection connection, String place, int people) throws SQLException {
        try (var statement =
                connection.prepareStatement("insert into visit (place, kind, people) values (?, 'k', ?)")) {
            statement.setString(1, place);
            statement.setInt(2, people);
            statement.executeUpdate();
        }
    }

    /** As the service does. */
    private static void fold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var locked = query(connection, SUMS.lock());
        if (locked.equals(List.of("t"))) {
            execute(connection, SUMS.fold());
        } else if (!locked.isEmpty()) {
            for (var clear : SUMS.clear()) {
                execute(connection, clear);
            }
            execute(connection, SUMS.build());
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void assertExact(Connection connection) throws SQLException {
        assertEquals(List.of("0"), query(connection, READ));
    }

    private static List<String> places(Connection connection) throws SQLException {
        return query(
                connection,
                "select coalesce(place, 'null') || ' ' || records || ' ' || people from visits_by_place"
                        + " where records <> 0 order by 1");
    }

    private static List<String> differing(Connection connection) throws SQLException {
        var counts = new ArrayList<String>();
        for (var table : SUMS.tables()) {
            var count = 0;
            for (var part : parts(connection, table)) {
                count +=
                        Integer.parseInt(query(connection, SUMS.differing(table).replace(":part", "'" + part + "'"))
                                .get(0));
            }
            counts.add(Integer.toString(count));
        }
        return counts;
    }

    private static List<String> parts(Connection connection, SumTable table) throws SQLException {
        var parts = new ArrayList<String>();
        for (var part = ""; part != null; ) {
            part = query(connection, SUMS.nextPart(table).replace(":after", "'" + part + "'"))
                    .get(0);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
