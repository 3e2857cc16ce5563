package nl.doorlichting.platform.durability;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import nl.doorlichting.platform.testing.LostStandbys;
import nl.doorlichting.platform.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the rights of the running service, on a server whose standbys are lost. */
class CommitWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = TestDatabase.create("commits");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private CommitWatch watch;

    @BeforeEach
    void start() throws SQLException {
        try (var owner = database.asOwner()) {
            owner.createStatement().execute("create table note (id int); grant select, insert on note to commits_app");
        }
        watch = new CommitWatch(registry, database.url(), database.application(), database.application(), false);
        watch.start(null);
    }

    @AfterEach
    void stop() throws Exception {
        watch.stop();
    }

    @Test
    void findsThatNoStandbyIsThereBeforeAnyWrite() {
        assertFalse(watch.isWaiting());
        LostStandbys.whileGone(() -> {
            awaitWaiting(true);
            assertEquals(1, registry.get("doorlichting.writes.waiting").gauge().value());
            await().atMost(PATIENCE)
                    .until(() ->
                            count("pg_stat_activity where application_name = 'commit-probe' and wait_event = 'SyncRep'")
                                    == 1);
            awaitWaiting(true);
        });
        awaitWaiting(false);
    }

    @Test
    void endsWaitOfCommitThatStaysStored() throws Exception {
        try (var writer = database.asApplication()) {
            LostStandbys.whileGone(() -> {
                write(writer);
                assertEquals("01000", writer.getWarnings().getSQLState());
                assertEquals(1, count("note"));
            });
        }
        awaitWaiting(false);
    }

    @Test
    void waitsForStandbyThatIsThereAndConfirmsNothing() throws Exception {
        try (var silent = LostStandbys.silent();
                var writer = database.asApplication()) {
            var written = CompletableFuture.runAsync(() -> write(writer));
            awaitWaiting(true);
            written.join();
            await().atMost(PATIENCE).until(() -> {
                silent.confirm();
                return !watch.isWaiting();
            });
        }
    }

    @Test
    void goesOnAfterItsConnectionsWereEnded() throws SQLException {
        try (var another = database.asApplication()) {
            LostStandbys.whileGone(() -> {
                awaitWaiting(true);
                another.createStatement()
                        .execute("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where usename = current_user and pid <> pg_backend_pid()");
                awaitWaiting(true);
            });
        }
        awaitWaiting(false);
    }

    private void awaitWaiting(boolean expected) {
        await().atMost(PATIENCE).until(() -> watch.isWaiting() == expected);
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
