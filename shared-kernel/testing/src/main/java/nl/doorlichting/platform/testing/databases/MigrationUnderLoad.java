package nl.doorlichting.platform.testing.databases;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import nl.doorlichting.platform.testing.files.SourceTree;
import nl.doorlichting.platform.testing.time.RunningTime;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The migrations of a service since the last release, at least the newest one, applied as its Job does it, while clients
 * read and write every table and a slow report holds on to them. Flyway and the service's migrations are on the class path
 * of the caller.
 */
public final class MigrationUnderLoad {
    // As in application.properties.
    private static final String GIVE_UP = "set lock_timeout = '250ms'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    // More than the Job has, because the Job waits between tries.
    private static final int ATTEMPTS = 120;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int WRITERS = 4;
    private static final int READERS = 2;
    // Of every service; the rows of its own tables are the caller's to give.
    private static final String TRAIL = """
            insert into audit_event (actor, roles, operation, object, result, status, times)
            select 'actor', 'GRANT_OFFICER', 'createAward', '/v1/awards/' || n, 'DONE', 201, 1
            from generate_series(1, 100000) n
            """;
    private static final Pattern INDEX = Pattern.compile(
            "create\\s+(?:unique\\s+)?index\\s+(?!concurrently)[^;]*?\\bon\\s+(?:only\\s+)?(?:public\\.)?\"?(\\w+)"
                    + "|alter\\s+table\\s+(?:only\\s+)?(?:public\\.)?\"?(\\w+)[^;]*?\\badd\\s+(?:constraint\\s+\\w+\\s+)?"
                    + "(?:unique|primary\\s+key)\\b(?!\\s+using)",
            Pattern.CASE_INSENSITIVE);
    private static final Path RELEASES = SourceTree.REPOSITORY.resolve("deploy/releases");

    private final TestDatabase database;

    public MigrationUnderLoad(TestDatabase database) {
        this.database = database;
    }

    /** How long a request waited for the database. */
    record Wait(String request, Duration time) {
        @Override
        public String toString() {
            return request + " waited " + time.toMillis() + " ms";
        }
    }

    /**
     * Fails where a request waits for longer than a second.
     *
     * @param database its name
     * @param rows SQL that puts rows in place, run before these migrations
     */
    public static void assertNoRequestWaitsLong(String database, String rows) throws Exception {
        RunningTime.check(() -> {
            var longest = new MigrationUnderLoad(TestDatabase.create(database)).longestWait(rows);
            assertTrue(longest.time().compareTo(LIMIT) < 0, longest::toString);
        });
    }

    private Wait longestWait(String rows) throws Exception {
        flyway(before()).migrate();
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(rows);
            statement.execute(TRAIL);
        }
        var load = new TableLoad(database);
        var threads = Executors.newCachedThreadPool();
        var clients = start(threads, load);
        try {
            load.awaitRequests((WRITERS + READERS) * 10);
            migrateAsTheJob(load);
            load.awaitRequests((WRITERS + READERS) * 10);
        } finally {
            load.stop();
            threads.shutdown();
        }
        for (var client : clients) {
            client.get();
        }
        return load.longestWait();
    }

    /**
     * The indexes of these migrations that are built on a table which the last release has, and not concurrently: a
     * write waits while the whole table is read.
     */
    public List<String> indexesThatHoldUpWriters() throws IOException, SQLException {
        flyway(before()).migrate();
        var tables = TableLoad.tablesOf(database);
        var found = new ArrayList<String>();
        for (var migration : flyway(MigrationVersion.LATEST).info().pending()) {
            INDEX.matcher(script(migration))
                    .results()
                    .filter(index -> tables.contains(index.group(1) == null ? index.group(2) : index.group(1)))
                    .forEach(index -> found.add(migration.getScript() + ": " + index.group()));
        }
        return found;
    }

    private static String script(MigrationInfo migration) throws IOException {
        try (var script = MigrationUnderLoad.class.getResourceAsStream("/db/migration/" + migration.getScript())) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Future<Void>> start(ExecutorService threads, TableLoad load) {
        var clients = new ArrayList<Future<Void>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            clients.add(threads.submit(load::write));
        }
        for (int reader = 0; reader < READERS; reader++) {
            clients.add(threads.submit(load::read));
        }
        clients.add(threads.submit(load::report));
        return clients;
    }

    private void migrateAsTheJob(TableLoad load) {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway(MigrationVersion.LATEST).migrate();
                return;
            } catch (FlywayException failure) {
                if (attempt == ATTEMPTS || !isLockNotAvailable(failure)) {
                    throw failure;
                }
                load.migrationGaveUp();
            }
        }
    }

    private static boolean isLockNotAvailable(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The last release's schema; the last but one while that is the newest. */
    private MigrationVersion before() throws IOException {
        var lines = Files.readAllLines(RELEASES);
        var released = MigrationVersion.fromVersion(lines.get(lines.size() - 1).split(" ")[3]);
        var lastButOne = lastButOne();
        return released.compareTo(lastButOne) < 0 ? released : lastButOne;
    }

    private MigrationVersion lastButOne() {
        var versions = Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return versions.get(versions.size() - 2);
    }

    private Flyway flyway(MigrationVersion target) {
        return database.migrations().initSql(GIVE_UP).target(target).load();
    }
}
