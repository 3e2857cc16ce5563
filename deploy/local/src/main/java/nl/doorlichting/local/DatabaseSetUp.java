package nl.doorlichting.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A database per service with three roles: one owns it and migrates, one only works in it, and the last is what that
 * one becomes to see the rows of every organisation. Can be run again.
 */
final class DatabaseSetUp {
    private final Connection connection;
    private final Passwords passwords;

    DatabaseSetUp(Connection connection, Passwords passwords) {
        this.connection = connection;
        this.passwords = passwords;
    }

    void run() throws SQLException {
        execute("alter role postgres password '" + passwords.of(Passwords.SUPERUSER) + "'");
        for (Module service : Module.services()) {
            role(service.ownerRole());
            role(service.applicationRole());
            staffRole(service);
            database(service);
        }
    }

    private void role(String name) throws SQLException {
        if (!exists("select 1 from pg_roles where rolname = '" + name + "'")) {
            execute("create role " + name + " login");
        }
        execute("alter role " + name + " password '" + passwords.of(name) + "'");
    }

    private void staffRole(Module service) throws SQLException {
        String name = service.staffRole();
        if (!exists("select 1 from pg_roles where rolname = '" + name + "'")) {
            execute("create role " + name + " nologin");
        }
        execute("grant " + name + " to " + service.applicationRole() + " with inherit false, set true");
    }

    private void database(Module service) throws SQLException {
        String name = service.database();
        if (!exists("select 1 from pg_database where datname = '" + name + "'")) {
            execute("create database " + name + " owner " + service.ownerRole());
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
