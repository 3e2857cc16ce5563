package nl.doorlichting.platform.testing.databases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("PostgreSQL of the tests")
class TestDatabaseTest {

    @Test
    void limitsApplicationRoleToItsGrants() throws SQLException {
        TestDatabase database = TestDatabase.create("rights");
        try (Connection owner = database.asOwner();
                Statement asOwner = owner.createStatement();
                Connection application = database.asApplication();
                Statement asApplication = application.createStatement()) {
            asOwner.execute("create table figure (id int)");
            assertThrows(SQLException.class, () -> asApplication.execute("select * from figure"));
            assertThrows(SQLException.class, () -> asApplication.execute("create table mine (id int)"));
            asOwner.execute("grant select on figure to " + database.application());
            asApplication.execute("select * from figure");
        }
    }

    @Test
    void isPostgreSql18() throws SQLException {
        try (Connection connection = TestDatabase.create("version").asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show server_version")) {
            assertTrue(row.next());
            assertTrue(row.getString(1).startsWith("18."), row.getString(1));
        }
    }

    @Test
    void startsEmptyOnSameServer() throws SQLException {
        PostgresResource resource = new PostgresResource();
        resource.init(Map.of(PostgresResource.DATABASE, "fresh"));
        Map<String, String> first = resource.start();
        try (Connection owner = new TestDatabase(first.get("quarkus.datasource.jdbc.url"), "fresh_owner", "fresh_app")
                        .asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("create table figure (id int)");
            Map<String, String> second = resource.start();
            assertEquals(first, second);
        }
        try (Connection owner = new TestDatabase(first.get("quarkus.datasource.jdbc.url"), "fresh_owner", "fresh_app")
                        .asOwner();
                Statement statement = owner.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("select * from figure"));
        }
    }
}
