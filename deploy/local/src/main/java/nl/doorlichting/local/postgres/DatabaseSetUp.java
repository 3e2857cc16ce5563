package nl.doorlichting.local.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.datafolder.Passwords;
import org.postgresql.PGConnection;

/**
 * A database for each service, with three roles: the owner migrates, the application role reads and writes rows, and it
 * becomes the staff role to see the rows of every organisation. Can be run again.
 */
final class DatabaseSetUp {
    /** The comment on each role. On a server with roles of others it marks those of the launcher. */
    static final String MARK = "Made by the Doorlichting launcher";

    private final Connection connection;
    private final Passwords passwords;

    DatabaseSetUp(Connection connection, Passwords passwords) {
        this.connection = connection;
        this.passwords = passwords;
    }

    void run() throws SQLException {
        for (Application service : Application.services()) {
            loginRole(service.ownerRole());
            loginRole(service.applicationRole());
            staffRole(service);
            database(service);
        }
    }

    private void loginRole(String name) throws SQLException {
        role(name, "login");
        password(name);
    }

    /** The driver sends a hash, because the log of a server can have each statement. */
    void password(String role) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role, passwords.of(role).toCharArray(), "scram-sha-256");
    }

    /** The role and its comment in one transaction. */
    private void role(String name, String login) throws SQLException {
        if (!exists("select 1 from pg_roles where rolname = '" + name + "'")) {
            execute("do $$ begin create role %1$s %2$s; comment on role %1$s is '%3$s'; end $$"
                    .formatted(name, login, MARK));
        }
    }

    private void staffRole(Application service) throws SQLException {
        String name = service.staffRole();
        role(name, "nologin");
        execute("grant " + name + " to " + service.applicationRole() + " with inherit false, set true");
    }

    private void database(Application service) throws SQLException {
        String name = service.database();
        if (!exists("select 1 from pg_database where datname = '" + name + "'")) {
            // The server's own locale, which sorts the same on every machine.
            execute(
                    "create database " + name + " owner " + service.ownerRole()
                            + " template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8'");
        }
        execute("revoke all on database " + name + " from public");
        execute("grant connect on database " + name + " to " + service.applicationRole());
    }

    private boolean exists(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
