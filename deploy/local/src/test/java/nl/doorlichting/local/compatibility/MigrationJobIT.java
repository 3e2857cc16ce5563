package nl.doorlichting.local.compatibility;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.production.ReleaseCluster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service in production waits for its database and for the schema of its migration Job, and its health shows why. */
@Tag("acceptance")
class MigrationJobIT {
    private static final Application SERVICE = Application.TRAINING_SERVICE;
    /** Its health is examined every few seconds, on a machine that can be busy. */
    private static final Duration NOTICED = Duration.ofMinutes(1);

    private static final String READY = "/q/health/ready";

    @TempDir
    Path folder;

    @Test
    void serviceWaitsForMigrationJob() throws Exception {
        try (ReleaseCluster stage = new ReleaseCluster(folder)) {
            var early = stage.migrate(Application.REPORTING_SERVICE, patient());
            stage.start(SERVICE);
            await().atMost(Duration.ofMinutes(5)).until(() -> status(stage, "/q/health/live") == 200);
            await().atMost(NOTICED).until(() -> health(stage).contains("the database does not answer"));
            assertUnavailable(stage);

            stage.startDatabase();
            await().atMost(NOTICED).until(() -> health(stage).contains(", the database has none"));
            assertTrue(health(stage).contains("waits for schema version "));
            assertUnavailable(stage);
            assertFalse(
                    Files.readString(stage.log(SERVICE)).contains("\"level\":\"ERROR\""),
                    "no error is logged while it waits");

            keepsMigrationsWhenLaterStepFails(stage);
            assertEquals(0, stage.migrate(SERVICE, Map.of()).get());
            await().atMost(NOTICED).until(() -> status(stage, READY) == 200);
            await().atMost(NOTICED).until(() -> list(stage).status() == 200);

            epochChangesOncePerRestore(stage);
            assertEquals(0, early.get());
        }
    }

    /** The settings of its manifest: at a first installation a Job can start long before its database. */
    private static Map<String, String> patient() {
        return Map.of("QUARKUS_FLYWAY_CONNECT_RETRIES", "120", "QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL", "1S");
    }

    /** A step after the migrations can fail. Then the schema is new, and the Job has failed and is tried again. */
    private static void keepsMigrationsWhenLaterStepFails(ReleaseCluster stage) throws Exception {
        stage.administer(SERVICE, "revoke training_staff from training_app");
        assertNotEquals(0, stage.migrate(SERVICE, Map.of()).get());
        assertEquals(LastRelease.newestSchema(SERVICE), stage.schema(SERVICE));
        assertTrue(health(stage).contains(", the database has none"));
        assertUnavailable(stage);
        stage.administer(SERVICE, "grant training_staff to training_app with inherit false, set true");
    }

    private static void epochChangesOncePerRestore(ReleaseCluster stage) throws Exception {
        String before = epoch(stage);
        Map<String, String> restored = Map.of("DOORLICHTING_RESTORED_AS", "2026-11-25-funding");
        assertEquals(0, stage.migrate(SERVICE, restored).get());
        String after = epoch(stage);
        assertNotEquals(before, after);
        acceptsNewerSchema(stage, restored);
        assertEquals(after, epoch(stage));
    }

    /** As after a rollback to the previous image: the service and its Job accept a newer schema. */
    private static void acceptsNewerSchema(ReleaseCluster stage, Map<String, String> more) throws Exception {
        try (Connection connection = stage.connect(SERVICE);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history select 999, '999', 'later', type, script, 1, installed_by,
                        installed_on, 1, true from flyway_schema_history where version = '1'""");
        }
        assertEquals(0, stage.migrate(SERVICE, more).get());
        await().atMost(NOTICED).until(() -> health(stage).contains("has schema version 999"));
    }

    private static String epoch(ReleaseCluster stage) throws SQLException {
        try (Connection connection = stage.connect(SERVICE);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select epoch from data_set")) {
            found.next();
            return found.getString(1);
        }
    }

    private static void assertUnavailable(ReleaseCluster stage) {
        Http.Response answer = list(stage);
        assertEquals(503, answer.status(), answer.text());
        assertEquals("/v1/problems/unavailable", answer.body().path("type").asText());
    }

    private static Http.Response list(ReleaseCluster stage) {
        return stage.http.get(stage.ports.url(SERVICE) + "/v1/training-types", stage.tokens.of("TRAINING_COORDINATOR"));
    }

    private static int status(ReleaseCluster stage, String path) {
        return stage.http
                .tryGet(stage.ports.managementUrl(SERVICE) + path)
                .map(Http.Response::status)
                .orElse(0);
    }

    private static String health(ReleaseCluster stage) {
        return stage.http
                .tryGet(stage.ports.managementUrl(SERVICE) + READY)
                .map(Http.Response::text)
                .orElse("");
    }
}
