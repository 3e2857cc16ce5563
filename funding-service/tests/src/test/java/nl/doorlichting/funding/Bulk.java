package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.doorlichting.platform.testing.databases.DatabaseSize;
import org.eclipse.microprofile.config.ConfigProvider;

/** Fills tables as their owner: a million rows through the API would take an hour. */
final class Bulk {
    private static final int MOST_TRIES = 100;

    private Bulk() {}

    /** Each statement in a transaction of its own. */
    static void run(String... statements) throws SQLException {
        try (var owner = connection();
                var statement = owner.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Vacuums until the tables can be counted by their indexes alone, as they can once they have been at rest: a first
     * time may find that another transaction, such as the database's own vacuum, still reads what was there before.
     */
    static void settle(String... tables) throws SQLException {
        for (var table : tables) {
            var tries = 0;
            do {
                assertTrue(tries++ < MOST_TRIES, table);
                run("vacuum analyze " + table);
            } while (!isAtRest(table));
        }
    }

    private static boolean isAtRest(String table) throws SQLException {
        try (var owner = connection();
                var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select relallvisible >= relpages from pg_class where oid = '" + table + "'::regclass")) {
            return row.next() && row.getBoolean(1);
        }
    }

    static DatabaseSize size() throws SQLException {
        try (var owner = connection()) {
            return DatabaseSize.of(owner);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.flyway.username"),
                setting("quarkus.flyway.password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
