package nl.doorlichting.local.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import nl.doorlichting.local.OperatingSystem;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.StartedParts;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PrivateFile;

/** PostgreSQL on this machine only, with its files in the data folder. */
public final class DatabaseServer implements StartedParts.Stoppable {
    private static final String CLIENT_CHECK = "client_connection_check_interval";
    private static final Map<String, String> SERVER_CONFIGURATION = Map.ofEntries(
            // The embedded server is for tests and starts without durability. These records must last.
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            // A forgotten statement, transaction or client must not block others.
            Map.entry("statement_timeout", "15s"),
            Map.entry("idle_in_transaction_session_timeout", "15s"),
            Map.entry(CLIENT_CHECK, "1s"),
            // Details of an error can repeat what a caller sent.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            // All processes share one small machine.
            Map.entry("max_connections", "80"),
            Map.entry("shared_buffers", "48MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("autovacuum_max_workers", "1"),
            Map.entry("io_method", "sync"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("jit", "off"));

    private static final String ONLY_WITH_A_PASSWORD = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final EmbeddedPostgres server;
    private final Path folder;

    private DatabaseServer(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    public static DatabaseServer start(DataFolder data, Ports ports, Passwords passwords) {
        return start(data, ports, passwords, Map.of());
    }

    /** @param settings in place of those for a small machine */
    public static DatabaseServer start(
            DataFolder data, Ports ports, Passwords passwords, Map<String, String> settings) {
        if (!Files.exists(data.postgresReady())) {
            // There is nothing yet, or an interrupted start left it incomplete.
            DataFolder.deleteTree(data.postgres());
        }
        try {
            EmbeddedPostgres server =
                    configured(data, ports, passwords, settings).start();
            onlyOursToChange(data.postgresBinaries());
            secure(server, data, passwords);
            return new DatabaseServer(server, data.postgres());
        } catch (StartFailure noBinaries) {
            throw noBinaries;
        } catch (IOException | SQLException | RuntimeException failure) {
            new OrphanedPostgres(data.postgres()).stop();
            throw new StartFailure(
                    "PostgreSQL does not start: see " + data.logs().resolve("postgresql.log"), failure);
        }
    }

    private static EmbeddedPostgres.Builder configured(
            DataFolder data, Ports ports, Passwords passwords, Map<String, String> settings) {
        // Not in the folder for temporary files, which other users can write and cleaners empty.
        if (System.getProperty("ot.epg.working-dir") == null) {
            System.setProperty("ot.epg.working-dir", data.postgresBinaries().toString());
        }
        Redirect log = Redirect.appendTo(data.logs().resolve("postgresql.log").toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.postgres())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(ports.database())
                .setConnectConfig("password", passwords.of(Passwords.SUPERUSER))
                .setPGStartupWait(Duration.ofSeconds(30))
                // The server's own locale, which sorts the same on every machine.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setPgBinaryResolver(DatabaseServer::binaries)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        SERVER_CONFIGURATION.forEach(builder::setServerConfig);
        settings.forEach(builder::setServerConfig);
        if (OperatingSystem.isWindows()) {
            // Windows does not report a closed connection, and PostgreSQL starts there with no other value.
            builder.setServerConfig(CLIENT_CHECK, "0");
        }
        return builder;
    }

    private static InputStream binaries(String system, String processor) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, processor);
        } catch (RuntimeException none) {
            throw new StartFailure(
                    "There are no PostgreSQL binaries for " + system + " on " + processor + ": start a PostgreSQL "
                            + ExistingServer.OLDEST_VERSION
                            + " and set DOORLICHTING_POSTGRES=postgresql://superuser@host:port",
                    none);
        }
    }

    /**
     * Unpacking leaves the folder writable for all users, and the next start runs the programs in it. On Windows it inherits
     * the rights of its parent folder.
     */
    private static void onlyOursToChange(Path binaries) throws IOException {
        if (Files.isDirectory(binaries) && PrivateFile.hasPosixPermissions(binaries)) {
            Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** A new server accepts all users of the machine. From here on it requires a password. */
    private static void secure(EmbeddedPostgres server, DataFolder data, Passwords passwords)
            throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            DatabaseSetUp setUp = new DatabaseSetUp(connection, passwords);
            setUp.password(Passwords.SUPERUSER);
            setUp.run();
            Files.writeString(data.postgres().resolve("pg_hba.conf"), ONLY_WITH_A_PASSWORD);
            connection.createStatement().execute("select pg_reload_conf()");
        }
        Files.writeString(data.postgresReady(), "");
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException stoppedBelow) {
            // It is stopped by its process number below.
        }
        new OrphanedPostgres(folder).stop();
    }
}
