package nl.doorlichting.kernel.testing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The newest migration of a service, applied as its Job does it, while clients write to every table and a slow reader
 * holds on to them. Flyway and the service's migrations are on the class path of whoever calls.
 */
public final class Upgrade {
    // As in application.properties.
    private static final String GIVE_UP = "set lock_timeout = '500ms'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    // More than the Job has, for it waits between them.
    private static final int ATTEMPTS = 60;
    private static final int WRITERS = 4;

    private final TestDatabase database;

    public Upgrade(TestDatabase database) {
        this.database = database;
    }

    /**
     * @param rows SQL that puts rows in place, run before the newest migration
     * @return the longest time that a write had to wait
     */
    public Duration longestWait(String rows) throws Exception {
        flyway(lastButOne()).migrate();
        try (var connection = database.asOwner();
                var statement = connection.createStatement()) {
            statement.execute(rows);
        }
        var load = new TableLoad(database);
        var threads = Executors.newFixedThreadPool(WRITERS + 1);
        var clients = new ArrayList<Future<Void>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            clients.add(threads.submit(load::write));
        }
        clients.add(threads.submit(load::read));
        try {
            load.awaitWrites(WRITERS * 10);
            migrateAsTheJob();
            load.awaitWrites(WRITERS * 10);
        } finally {
            load.stop();
            threads.shutdown();
        }
        for (var client : clients) {
            client.get();
        }
        return load.longestWait();
    }

    private void migrateAsTheJob() {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway(MigrationVersion.LATEST).migrate();
                return;
            } catch (FlywayException failure) {
                if (attempt == ATTEMPTS || !isLockNotAvailable(failure)) {
                    throw failure;
                }
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

    private MigrationVersion lastButOne() {
        var versions = Arrays.stream(flyway(MigrationVersion.LATEST).info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return versions.get(versions.size() - 2);
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database.url(), database.owner(), database.owner())
                .initSql(GIVE_UP)
                .locations("classpath:db/migration")
                .placeholders(database.placeholders())
                .target(target)
                .load();
    }
}
