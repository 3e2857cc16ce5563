package nl.doorlichting.local.postgres;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import nl.doorlichting.local.datafolder.PersonalDataKey;
import nl.doorlichting.local.datafolder.PrivateFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExistingServerTest {
    private static final String PASSWORD = "s3cret:/@+ %";
    private static final String ENCODED = "s3cret%3A%2F%40+%20%25";
    private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";
    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static Path log;
    private static DataFolder data;
    private static DataFolder otherData;

    @BeforeAll
    static void start() throws IOException, SQLException {
        System.setProperty(
                "ot.epg.working-dir",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        data = DataFolder.open(folder.resolve("data"), false);
        otherData = DataFolder.open(folder.resolve("other"), false);
        log = folder.resolve("log");
        Path cluster = folder.resolve("cluster");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setServerConfig("log_statement", "all")
                .setConnectConfig("password", PASSWORD)
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .start();
        administer("alter role postgres password '" + PASSWORD + "'");
        Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        administer("select pg_reload_conf()");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
        data.stop();
        otherData.stop();
    }

    @BeforeEach
    void removeAll() throws SQLException {
        for (String name : List.of("funding", "training", "reporting")) {
            administer("drop database if exists " + name);
            for (String role : List.of("_owner", "_app", "_staff")) {
                administer("drop role if exists " + name + role);
            }
        }
        administer("drop database if exists thesis");
    }

    @Test
    void makesDatabasesAndRolesOnce() throws SQLException {
        prepare(data, false);
        asOwner("create table kept (id integer)");

        prepare(data, false);

        assertEquals(List.of("0"), asOwner("select count(*) from kept"));
        assertEquals(List.of("C.UTF-8"), query("select datlocale from pg_database where datname = 'training'"));
        SQLException refused = assertThrows(
                SQLException.class,
                () -> connect("funding_app", Passwords.of(data).of("funding_app"), "reporting"));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void freshReplacesOnlyDatabasesOfLauncher() throws SQLException {
        administer("create database thesis");
        prepare(data, false);
        asOwner("create table gone (id integer)");

        prepare(otherData, true);

        assertEquals(List.of(""), query("select coalesce(to_regclass('gone')::text, '')", "funding"));
        assertEquals(List.of("thesis"), query("select datname from pg_database where datname = 'thesis'"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesForeignDatabase(boolean fresh) throws SQLException {
        administer("create database training");

        assertFailure(() -> prepare(data, fresh), "database training at", "was not made by Doorlichting");

        assertEquals(
                List.of("postgres"),
                query("select pg_get_userbyid(datdba) from pg_database where datname = 'training'"));
        assertEquals(List.of(), query("select 1 from pg_database where datname = 'funding'"));
    }

    @Test
    void refusesForeignRole() throws SQLException {
        administer("create role reporting_app");

        assertFailure(() -> prepare(data, false), "role reporting_app at", "was not made by Doorlichting");
    }

    @Test
    void refusesDatabasesOfAnotherDataFolder() {
        prepare(otherData, false);

        assertFailure(() -> prepare(data, false), "belongs to another data folder", "DOORLICHTING_FRESH=true");
    }

    @Test
    void refusesToDropDatabaseInUse() throws SQLException {
        prepare(data, false);
        try (Connection open = connect("funding_owner", Passwords.of(data).of("funding_owner"), "funding")) {
            assertFailure(() -> prepare(data, true), "funding", "is in use");
            assertTrue(open.isValid(1));
        }
    }

    @Test
    void completesInterruptedStart() throws SQLException {
        try (Connection connection = connect("postgres", PASSWORD, "postgres")) {
            new DatabaseSetUp(connection, Passwords.of(otherData)).run();
        }

        assertDoesNotThrow(() -> prepare(data, false));
    }

    @Test
    void leavesNoPasswordInServerLog() throws SQLException, IOException {
        prepare(data, false);

        String statements = Files.readString(log);
        assertTrue(statements.contains("create role funding_owner"), statements);
        assertFalse(statements.contains(Passwords.of(data).of("funding_owner")));
    }

    @Test
    void refusesUserThatMayNotCreateRoles() throws SQLException {
        administer("drop role if exists reader");
        administer("create role reader login password 'r'");

        assertFailure(
                () -> server("reader:r").prepare(Passwords.of(data), PersonalDataKey.of(data), false),
                "reader may not create roles");
    }

    @Test
    void refusesOlderVersion() {
        ExistingServer server = server("postgres");

        assertFailure(() -> server.requireVersion(17), "has version 17", "needs 18 or newer");
        assertDoesNotThrow(() -> server.requireVersion(18));
    }

    @Test
    void namesUnreachableServer() {
        int closed = FreePorts.find().database();

        assertFailure(
                () -> ExistingServer.parse("postgresql://postgres:s3cret@127.0.0.1:" + closed, NOTHING)
                        .prepare(Passwords.of(data), PersonalDataKey.of(data), false),
                "DOORLICHTING_POSTGRES names 127.0.0.1:" + closed,
                "postgres cannot connect");
    }

    @Test
    void refusesWrongPasswordWithoutRepeatingIt() {
        assertFailure(
                () -> server("postgres:s3cret-but-wrong").prepare(Passwords.of(data), PersonalDataKey.of(data), false),
                "postgres cannot connect");
    }

    @Test
    void takesPasswordFromPasswordFile() throws IOException {
        Path file = folder.resolve("pgpass");
        PrivateFile.write(
                file, "127.0.0.1:" + postgres.getPort() + ":*:postgres:" + PASSWORD.replace(":", "\\:") + "\n");
        System.setProperty(PASSWORD_FILE, file.toString());
        try {
            assertDoesNotThrow(() -> server("postgres").prepare(Passwords.of(data), PersonalDataKey.of(data), false));
        } finally {
            System.clearProperty(PASSWORD_FILE);
        }
    }

    @Test
    void takesPasswordFromEnvironment() {
        ExistingServer server = ExistingServer.parse("postgresql://me@[::1]", Map.of("PGPASSWORD", "s3cret"));

        assertEquals(new ExistingServer("[::1]", 5432, "me", "s3cret"), server);
        assertEquals("me@[::1]:5432", server.toString());
    }

    @Test
    void decodesUserAndPassword() {
        assertEquals(
                new ExistingServer("localhost", 5433, "m e", PASSWORD),
                ExistingServer.parse("postgresql://m%20e:" + ENCODED + "@localhost:5433/", NOTHING));
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:5432",
        "postgresql://localhost",
        "mysql://root:s3cret@localhost",
        "postgresql://root:s3cret@localhost/funding",
        "postgresql://root:s3cret@localhost?ssl=true",
        "postgresql://root:s3cret 1@localhost",
        "postgresql://root:s3cret%zz@localhost",
        "postgresql://:s3cret@localhost",
    })
    void refusesUnreadableSettingWithoutRepeatingIt(String text) {
        assertFailure(
                () -> ExistingServer.parse(text, NOTHING), "DOORLICHTING_POSTGRES", "postgresql://superuser@host:port");
    }

    private static void prepare(DataFolder data, boolean fresh) {
        server("postgres:" + ENCODED).prepare(Passwords.of(data), PersonalDataKey.of(data), fresh);
    }

    private static ExistingServer server(String user) {
        return ExistingServer.parse("postgresql://" + user + "@127.0.0.1:" + postgres.getPort(), NOTHING);
    }

    private static void assertFailure(Runnable attempt, String... texts) {
        StartFailure failure = assertThrows(StartFailure.class, attempt::run);
        for (String text : texts) {
            assertTrue(failure.getMessage().contains(text), failure.getMessage());
        }
        assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
        assertEquals(1, failure.getMessage().lines().count(), failure.getMessage());
    }

    private static List<String> asOwner(String sql) throws SQLException {
        try (Connection connection = connect("funding_owner", Passwords.of(data).of("funding_owner"), "funding")) {
            return run(connection, sql);
        }
    }

    private static void administer(String sql) throws SQLException {
        query(sql);
    }

    private static List<String> query(String sql) throws SQLException {
        return query(sql, "postgres");
    }

    private static List<String> query(String sql, String database) throws SQLException {
        try (Connection connection = connect("postgres", PASSWORD, database)) {
            return run(connection, sql);
        }
    }

    private static List<String> run(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                ResultSet found = statement.getResultSet();
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
        }
        return rows;
    }

    private static Connection connect(String role, String password, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database, role, password);
    }
}
