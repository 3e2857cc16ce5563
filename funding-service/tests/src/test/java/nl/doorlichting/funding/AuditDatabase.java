package nl.doorlichting.funding;

import java.sql.Connection;
import java.sql.SQLException;
import nl.doorlichting.platform.testing.databases.TestDatabase;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database under the running service, as its owner sees it: the one who could tamper. */
final class AuditDatabase {
    private AuditDatabase() {}

    static Connection asOwner() throws SQLException {
        return database().asOwner();
    }

    static Connection asApplication() throws SQLException {
        return database().asApplication();
    }

    static Connection asStaff() throws SQLException {
        return database().asStaff();
    }

    static void execute(String sql) throws SQLException {
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Whether the query has exactly one row, which is true. */
    static boolean holds(String query) throws SQLException {
        return number("select count(*) filter (where holds) - count(*) filter (where not holds) from (" + query
                        + ") as row (holds)")
                == 1;
    }

    static long number(String query) throws SQLException {
        try (var connection = asOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static TestDatabase database() {
        var config = ConfigProvider.getConfig();
        return new TestDatabase(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.datasource.username", String.class));
    }
}
