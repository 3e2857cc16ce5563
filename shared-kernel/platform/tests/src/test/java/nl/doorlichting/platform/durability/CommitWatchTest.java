package nl.doorlichting.platform.durability;

import static java.util.concurrent.CompletableFuture.runAsync;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.doorlichting.platform.testing.databases.FreezableDatabase;
import nl.doorlichting.platform.testing.databases.LostStandbys;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** With the rights of the running service, on a server whose standbys are lost. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("PostgreSQL of the tests")
class CommitWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String APPLICATION = "service/one";
    private static final Duration SILENT_AFTER = Duration.ofSeconds(1);

    private final FreezableDatabase relay = new FreezableDatabase();
    private TestDatabase database;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ProcessTime time = new ProcessTime();
    private CommitWatch watch;

    @BeforeEach
    void start() throws SQLException {
        relay.init(Map.of(PostgresResource.DATABASE, "commits"));
        var url = relay.start().get("quarkus.datasource.jdbc.url");
        database = new TestDatabase(url, "commits_owner", "commits_app");
        try (var owner = database.asOwner()) {
            owner.createStatement().execute("create table note (id int); grant select, insert on note to commits_app");
        }
        watch = new CommitWatch(
                registry, time, url, database.application(), database.application(), APPLICATION, SILENT_AFTER, false);
        watch.start(null);
    }

    @AfterEach
    void stop() throws Exception {
        watch.stop();
        time.stop();
        relay.stop();
    }

    @Test
    void findsThatNoStandbyIsThereBeforeAnyWrite() {
        assertFalse(watch.isWaiting());
        LostStandbys.whileGone(() -> {
            awaitWaiting(true);
            assertEquals(1, registry.get("doorlichting.writes.waiting").gauge().value());
            await().atMost(PATIENCE).until(() -> waiting("commit-probe") == 1);
            awaitWaiting(true);
        });
        awaitWaiting(false);
    }

    @Test
    void endsWaitsOfCommitsOfAllInstancesThatStayStored() throws Exception {
        try (var writer = database.asApplication();
                var another = database.asApplication()) {
            rename(writer, APPLICATION);
            rename(another, APPLICATION.replaceFirst("/.*", "/another"));
            LostStandbys.whileGone(() -> {
                CompletableFuture.allOf(runAsync(() -> write(writer)), runAsync(() -> write(another)))
                        .join();
                assertEquals("01000", writer.getWarnings().getSQLState());
                assertEquals("01000", another.getWarnings().getSQLState());
                assertEquals(2, count("note"));
            });
        }
        awaitWaiting(false);
    }

    /** Such as one of an earlier release, which would take the end of its wait for a success. */
    @Test
    void leavesWaitOfConnectionWithAnotherNameToStandbyThatConfirmsLate() throws Exception {
        try (var silent = LostStandbys.silent();
                var writer = database.asApplication();
                var another = database.asApplication()) {
            rename(writer, APPLICATION);
            rename(another, "another");
            var waits = runAsync(() -> write(another));
            await().atMost(PATIENCE).until(() -> waiting("another") == 1);
            // It began to wait later, so the other's turn would have come by the time that this one has ended.
            var written = runAsync(() -> write(writer));
            awaitWaiting(true);
            written.join();
            assertEquals("01000", writer.getWarnings().getSQLState());
            assertEquals(1, waiting("another"));
            await().atMost(PATIENCE).until(() -> {
                silent.confirm();
                return waits.isDone() && !watch.isWaiting();
            });
            assertNull(another.getWarnings());
        }
    }

    @Test
    void findsThatDatabaseIsSilent() {
        time.start(null);
        awaitSilent(false);
        relay.freeze();
        awaitSilent(true);
        relay.restore();
        awaitSilent(false);
        relay.refuse();
        awaitSilent(true);
        // A commit on another connection is an answer too.
        await().atMost(PATIENCE).until(() -> {
            watch.answered();
            return !watch.isSilent();
        });
        awaitSilent(true);
        relay.restore();
        awaitSilent(false);
    }

    /** As where the machine was halted: the answer of the database could not come. */
    @Test
    void doesNotCountTimeInWhichItsProcessStandsStill() {
        relay.freeze();
        await().during(SILENT_AFTER.plusMillis(500)).atMost(PATIENCE).until(() -> !watch.isSilent());
        await().atMost(PATIENCE).until(() -> {
            time.beat();
            return watch.isSilent();
        });
    }

    /** As where its process stood still for longer than a look may take: the database answers on another connection. */
    @Test
    void knowsThatCommitsWaitAfterItsConnectionsWereEnded() throws SQLException {
        try (var another = database.asApplication()) {
            LostStandbys.whileGone(() -> {
                awaitWaiting(true);
                another.createStatement()
                        .execute(
                                "set application_name = 'ended'; select pg_terminate_backend(pid) from pg_stat_activity"
                                        + " where usename = current_user and pid <> pg_backend_pid()");
                await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
                    assertTrue(watch.isWaiting());
                    return count(
                                    "pg_stat_activity later, pg_stat_activity ended where later.backend_start > ended.query_start"
                                            + " and later.application_name = '" + APPLICATION
                                            + "' and ended.application_name = 'ended'")
                            == 1;
                });
                awaitWaiting(true);
            });
        }
        awaitWaiting(false);
    }

    private void awaitWaiting(boolean expected) {
        await().atMost(PATIENCE).until(() -> watch.isWaiting() == expected);
    }

    private void awaitSilent(boolean expected) {
        await().atMost(PATIENCE).until(() -> watch.isSilent() == expected);
    }

    private static void rename(Connection connection, String name) throws SQLException {
        connection.setClientInfo("ApplicationName", name);
    }

    private int waiting(String name) throws SQLException {
        return count("pg_stat_activity where application_name = '" + name + "' and wait_event = 'SyncRep'");
    }

    private static void write(Connection writer) {
        try {
            writer.setAutoCommit(false);
            writer.createStatement().execute("insert into note values (1)");
            writer.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int count(String rows) throws SQLException {
        try (var reader = database.asApplication();
                var found = reader.createStatement().executeQuery("select count(*) from " + rows)) {
            found.next();
            return found.getInt(1);
        }
    }
}
