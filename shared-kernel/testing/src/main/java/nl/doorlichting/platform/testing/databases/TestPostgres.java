package nl.doorlichting.platform.testing.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One embedded PostgreSQL per JVM, on a free port, stopped when the JVM ends.
 *
 * <p>Quarkus loads test classes in more than one class loader, and a restart for another test profile
 * makes new ones, so a static field does not mean "once": a system property remembers the port.
 */
final class TestPostgres {

    private static final String PORT = "doorlichting.test.postgres-port";

    private TestPostgres() {}

    static int port() {
        synchronized (System.getProperties()) {
            String started = System.getProperty(PORT);
            return started == null ? start() : Integer.parseInt(started);
        }
    }

    static Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), "postgres", "postgres");
    }

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    // Not closed here: it serves the whole JVM and stops in a shutdown hook of its own.
    @SuppressWarnings("resource")
    private static int start() {
        try {
            int port = EmbeddedPostgres.builder()
                    // Ten seconds are too short on a busy machine.
                    .setPGStartupWait(Duration.ofMinutes(2))
                    // Tests lose nothing in a power cut.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    // Without it no commit waits for a standby.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getPort();
            System.setProperty(PORT, String.valueOf(port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL did not start", e);
        }
    }
}
