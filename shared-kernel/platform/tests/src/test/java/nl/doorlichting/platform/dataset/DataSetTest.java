package nl.doorlichting.platform.dataset;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The revision of a data set counts each committed write once, whatever is folded meanwhile. */
@ResourceLock("PostgreSQL of the tests")
class DataSetTest {
    private static final String WRITE = "insert into data_set_change (data_set) values ('reach')";
    private static final String WRITE_OF_LAST_RELEASE =
            "update data_set set revision = revision + 1 where name = 'reach'";
    private static final String FOLD = "select fold_data_set_changes()";
    private static final String MIGRATION = "/db/migration/V51__count_changes_of_data_sets.sql";

    private final TestDatabase database = TestDatabase.create("data_sets");

    @BeforeEach
    void tables() throws SQLException, IOException {
        try (var owner = database.asOwner();
                var statement = owner.createStatement();
                var migration = getClass().getResourceAsStream(MIGRATION)) {
            statement.execute(
                    "create table data_set (name text primary key, epoch uuid not null, revision bigint not null);"
                            + " insert into data_set values ('reach', gen_random_uuid(), 41), ('effects', gen_random_uuid(), 7);"
                            + " grant usage on schema public to data_sets_app;"
                            + " grant select, update (revision) on data_set to data_sets_app");
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${application_role}", database.application())
                    .replace("${flyway:defaultSchema}", "public"));
        }
    }

    @Test
    void foldChangesNoRevision() throws SQLException {
        var before = revision();
        execute(WRITE);
        execute(WRITE);
        assertEquals(before + 2, revision());
        execute(FOLD);
        assertEquals(before + 2, revision());
        assertEquals(0, changes());
        assertEquals(7, number("select revision from data_set where name = 'effects'"));
    }

    @Test
    void writersDoNotWaitForOneAnotherNorForTheFold() throws SQLException {
        var before = revision();
        try (var first = writer();
                var second = writer();
                var folding = writer()) {
            execute(WRITE);
            folding.createStatement().execute(FOLD);
            first.createStatement().execute(WRITE);
            second.createStatement().execute(WRITE);
            // The second fold leaves the data set to the first one.
            execute(FOLD);
            assertEquals(before + 1, revision());
            second.commit();
            assertEquals(before + 2, revision());
            folding.commit();
            assertEquals(before + 2, revision());
            first.commit();
            assertEquals(before + 3, revision());
        }
        execute(FOLD);
        assertEquals(before + 3, revision());
        assertEquals(0, changes());
    }

    @Test
    void writeThatIsRolledBackDoesNotCount() throws SQLException {
        var before = revision();
        try (var writer = writer()) {
            writer.createStatement().execute(WRITE);
            execute(FOLD);
            writer.rollback();
        }
        execute(FOLD);
        assertEquals(before, revision());
    }

    @Test
    void openWriteCountsWhenItCommitsAfterFolds() throws SQLException {
        var before = revision();
        try (var writer = writer()) {
            writer.createStatement().execute(WRITE);
            execute(WRITE);
            execute(FOLD);
            assertEquals(before + 1, revision());
            writer.commit();
        }
        assertEquals(before + 2, revision());
        execute(FOLD);
        assertEquals(before + 2, revision());
    }

    @Test
    void writeOfLastReleaseCountsBesideFold() throws SQLException {
        var before = revision();
        execute(WRITE);
        execute(WRITE_OF_LAST_RELEASE);
        assertEquals(before + 2, revision());
        try (var folding = writer()) {
            folding.createStatement().execute(FOLD);
            var waiting = CompletableFuture.runAsync(() -> {
                try {
                    execute(WRITE_OF_LAST_RELEASE);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like 'update data_set set revision%'")
                            == 1);
            folding.commit();
            waiting.join();
        }
        assertEquals(before + 3, revision());
    }

    @Test
    void foldWaitsForNoWriteOfLastRelease() throws SQLException {
        var before = revision();
        try (var writer = writer()) {
            writer.createStatement().execute(WRITE_OF_LAST_RELEASE);
            execute(WRITE);
            execute(FOLD);
            assertEquals(before + 1, revision());
            writer.commit();
        }
        assertEquals(before + 2, revision());
    }

    @Test
    void killedFoldLeavesTheRevision() throws SQLException {
        var before = revision();
        execute(WRITE);
        try (var folding = writer()) {
            folding.createStatement().execute(FOLD);
            number("select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where usename = current_user and query = '" + FOLD + "'");
            assertThrows(SQLException.class, folding::commit);
        }
        assertEquals(before + 1, revision());
        execute(FOLD);
        assertEquals(before + 1, revision());
    }

    /** Reads never go back, and in the end each committed write is counted once. */
    @Test
    void countsEachWriteOfManyOnce() throws SQLException {
        var before = revision();
        var writers = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.runAsync(() -> write(number)))
                .toArray(CompletableFuture[]::new);
        var all = CompletableFuture.allOf(writers);
        for (var last = before; !all.isDone(); ) {
            execute(FOLD);
            var now = revision();
            assertTrue(now >= last, now + " after " + last);
            last = now;
        }
        all.join();
        assertEquals(before + 6 * 40, revision());
    }

    /** Deleted rows cost a read next to nothing, because it does not pass them. */
    @Test
    void readsRevisionByIndex() throws SQLException {
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into data_set_change (data_set) select 'reach' from generate_series(1, 10000)");
            statement.execute("analyze data_set_change");
            var rows = statement.executeQuery("explain " + DataSet.REVISION_OF_EACH);
            var plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append(System.lineSeparator());
            }
            assertTrue(plan.toString().contains("ix_data_set_change_data_set_id"), plan.toString());
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from data_set_change",
                "update data_set_change set data_set = 'effects'",
                "insert into data_set_change (id, data_set) overriding system value values (1, 'reach')",
                "truncate data_set_change"
            })
    void serviceCannotTakeChangesAway(String sql) throws SQLException {
        try (var connection = writer()) {
            assertThrows(SQLException.class, () -> connection.createStatement().execute(sql));
        }
    }

    private void write(int number) {
        try (var writer = writer()) {
            for (var i = 0; i < 50; i++) {
                writer.createStatement().execute(WRITE);
                if (i % 5 == number % 5) {
                    writer.rollback();
                } else {
                    writer.commit();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private long revision() throws SQLException {
        try (var connection = writer();
                var rows = connection
                        .createStatement()
                        .executeQuery(DataSet.REVISION_OF_EACH + " where d.name = 'reach'")) {
            rows.next();
            return Long.parseLong(rows.getString(2).replaceFirst(".*-", ""));
        }
    }

    private long changes() throws SQLException {
        return number("select count(*) from data_set_change where data_set = 'reach'");
    }

    private long number(String query) throws SQLException {
        try (var connection = writer();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = writer()) {
            connection.createStatement().execute(sql);
            connection.commit();
        }
    }

    private Connection writer() throws SQLException {
        var connection = database.asApplication();
        connection.setAutoCommit(false);
        return connection;
    }
}
