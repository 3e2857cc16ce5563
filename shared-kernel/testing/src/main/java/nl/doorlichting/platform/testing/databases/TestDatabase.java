package nl.doorlichting.platform.testing.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import nl.doorlichting.platform.schema.MigrationLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * An empty PostgreSQL database with an owner role, for migrations, an application role, which may do no more than the
 * migrations grant it, and a staff role, which the application takes on to see the rows of every organisation: the same
 * split as in production.
 *
 * @param url JDBC address
 * @param owner role that owns the database; its password is its name
 * @param application role of the running service; its password is its name
 */
public record TestDatabase(String url, String owner, String application) {

    /**
     * Creates the database anew; one of that name from an earlier test is dropped.
     *
     * @param name lower-case letters, digits and underscores; the roles are {@code name_owner}, {@code
     *     name_app} and {@code name_staff}
     */
    public static TestDatabase create(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        TestDatabase database = new TestDatabase(TestPostgres.url(name), name + "_owner", name + "_app");
        database.recreate(name);
        return database;
    }

    /** A connection as the owner, to prepare what a test needs. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, owner);
    }

    /** A connection with the rights of the running service. */
    public Connection asApplication() throws SQLException {
        return DriverManager.getConnection(url, application, application);
    }

    /** A connection with the rights of the running service that sees the rows of every organisation. */
    public Connection asStaff() throws SQLException {
        Connection connection = asApplication();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set role " + staff());
        }
        return connection;
    }

    /** The role that the application takes on; it cannot log in. */
    public String staff() {
        return application.replaceFirst("_app$", "_staff");
    }

    /** The placeholders of the migrations. */
    public Map<String, String> placeholders() {
        return Map.of("application_role", application, "staff_role", staff());
    }

    /** Applies the migrations on the class path up to this version, or {@code latest}. */
    public void migrate(String version) {
        migrations().target(version).load().migrate();
    }

    FluentConfiguration migrations() {
        var migrations = Flyway.configure()
                .dataSource(url, owner, owner)
                .locations("classpath:db/migration")
                .placeholders(placeholders());
        new MigrationLock().customize(migrations);
        return migrations;
    }

    private void recreate(String name) {
        try (Connection connection = TestPostgres.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            for (String role : new String[] {owner, application}) {
                statement.execute("drop role if exists " + role);
                statement.execute("create role " + role + " login password '" + role + "'");
            }
            statement.execute("drop role if exists " + staff());
            statement.execute("create role " + staff() + " nologin");
            statement.execute("grant " + staff() + " to " + application + " with inherit false, set true");
            statement.execute("create database " + name + " owner " + owner);
            statement.execute("revoke all on database " + name + " from public");
            statement.execute("grant connect on database " + name + " to " + application);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create test database " + name, e);
        }
    }
}
