package nl.doorlichting.platform.schema;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.resource.Resource;

/**
 * The schema version that this service needs, which is that of its newest migration, and the version of its database.
 * A newer version is good as well: between two releases migrations only add, and a rollback deploys the previous
 * image.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class SchemaVersion {
    // The first migration grants access at its end; until then only the owner has it.
    private static final String IS_READABLE =
            "select coalesce(has_table_privilege(to_regclass('flyway_schema_history'), 'select'), false)";
    private static final String APPLIED = "select version from flyway_schema_history where success";

    private final DataSource database;
    private final MigrationVersion needed;
    private volatile boolean seen;

    SchemaVersion(DataSource database, Flyway flyway) {
        this.database = database;
        this.needed = newest(flyway);
    }

    /** Whether the database has had this version since the service started. Queries it only until then. */
    boolean isThere() throws SQLException {
        return seen || state().good();
    }

    /** Both versions as of now. */
    State state() throws SQLException {
        try (var connection = database.getConnection()) {
            var state = new State(needed, applied(connection));
            seen |= state.good();
            return state;
        }
    }

    private static MigrationVersion applied(Connection connection) throws SQLException {
        var newest = MigrationVersion.EMPTY;
        try (var statement = connection.createStatement()) {
            var readable = statement.executeQuery(IS_READABLE);
            readable.next();
            if (!readable.getBoolean(1)) {
                return newest;
            }
            var versions = statement.executeQuery(APPLIED);
            while (versions.next()) {
                newest = later(newest, versions.getString(1));
            }
            return newest;
        }
    }

    /** Repeatable migrations have no version. */
    private static MigrationVersion later(MigrationVersion newest, String version) {
        return version == null
                ? newest
                : Stream.of(newest, MigrationVersion.fromVersion(version))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    private static MigrationVersion newest(Flyway flyway) {
        var configuration = flyway.getConfiguration();
        var prefix = configuration.getSqlMigrationPrefix();
        return configuration
                .getResourceProvider()
                .getResources(prefix, configuration.getSqlMigrationSuffixes())
                .stream()
                .map(Resource::getFilename)
                .map(name -> name.substring(prefix.length(), name.indexOf(configuration.getSqlMigrationSeparator())))
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** @param needed by this service @param applied to its database; empty before the first migration */
    record State(MigrationVersion needed, MigrationVersion applied) {
        /** Whether the service can work with it. */
        public boolean good() {
            return applied.compareTo(needed) >= 0;
        }

        /** The state in one sentence. */
        public String sentence() {
            var has = applied.equals(MigrationVersion.EMPTY) ? "none" : applied.getVersion();
            return good()
                    ? "the database has schema version " + has
                    : "waits for schema version " + needed.getVersion() + ", the database has " + has;
        }
    }
}
