package nl.doorlichting.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.datafolder.DataFolder;
import nl.doorlichting.local.datafolder.Passwords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseServerTest {
    private static final Ports PORTS = FreePorts.find();
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static Passwords passwords;
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        System.setProperty(
                "ot.epg.working-dir",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        data = DataFolder.open(folder, false);
        passwords = Passwords.of(data);
        server = DatabaseServer.start(data, PORTS, passwords);
    }

    @AfterAll
    static void stop() {
        server.stop();
        data.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "statement_timeout, 15s",
        "idle_in_transaction_session_timeout, 15s",
        "client_connection_check_interval, 1s",
    })
    void setsDurabilityAndTimeouts(String setting, String value) throws SQLException {
        try (Connection connection = connect("training_app", passwords.of("training_app"), "training");
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show " + setting)) {
            shown.next();
            assertEquals(value, shown.getString(1));
        }
    }

    @Test
    void applicationRoleCannotCreateTables() throws SQLException {
        try (Connection connection = connect("funding_app", passwords.of("funding_app"), "funding");
                Statement statement = connection.createStatement()) {
            SQLException failure =
                    assertThrows(SQLException.class, () -> statement.execute("create table mine (id integer)"));
            assertEquals(INSUFFICIENT_PRIVILEGE, failure.getSQLState());
        }
    }

    @Test
    void rolesCannotConnectToOtherDatabases() {
        SQLException failure = assertThrows(
                SQLException.class, () -> connect("funding_app", passwords.of("funding_app"), "reporting"));
        assertEquals(INSUFFICIENT_PRIVILEGE, failure.getSQLState());
    }

    @Test
    void refusesConnectionWithoutPassword() {
        SQLException failure = assertThrows(SQLException.class, () -> connect("postgres", "guess", "postgres"));
        assertEquals(WRONG_PASSWORD, failure.getSQLState());
    }

    private static Connection connect(String role, String password, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + PORTS.database() + "/" + database, role, password);
    }
}
