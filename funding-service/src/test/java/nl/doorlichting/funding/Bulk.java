package nl.doorlichting.funding;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Fills tables as their owner: a million rows through the API would take an hour. */
final class Bulk {
    private Bulk() {}

    /** Each statement in a transaction of its own. */
    static void run(String... statements) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        setting("quarkus.datasource.jdbc.url"),
                        setting("quarkus.flyway.username"),
                        setting("quarkus.flyway.password"));
                var statement = owner.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
