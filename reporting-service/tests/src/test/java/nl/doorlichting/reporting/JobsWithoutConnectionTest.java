package nl.doorlichting.reporting;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scheduler runs jobs while requests have all connections, as under overload. */
@ReportingServiceTest
@TestProfile(JobsWithoutConnectionTest.JobsEverySecond.class)
class JobsWithoutConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 4;

    @Inject
    DataSource pool;

    private final List<Connection> taken = new ArrayList<>();
    private final List<LogRecord> log = new CopyOnWriteArrayList<>();
    private final Handler watch = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                log.add(line);
            }
        }

        @Override
        public void flush() {
            // Nothing is kept back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    public static final class JobsEverySecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.scheduler.enabled", "true",
                    "doorlichting.sums.fold-every", "1s",
                    "doorlichting.audit.seal-every", "1s",
                    "doorlichting.imports.every", "1s",
                    "quarkus.datasource.jdbc.max-size", String.valueOf(CONNECTIONS),
                    "quarkus.datasource.jdbc.acquisition-timeout", "500MS");
        }
    }

    @AfterEach
    void giveBack() throws SQLException {
        Logger.getLogger("").removeHandler(watch);
        for (var connection : taken) {
            connection.close();
        }
    }

    @Test
    void warnsThatJobsTryAgain() {
        // Jobs skip their turns until the schema was seen, for which a connection is needed.
        Api.analyst().get("/v1/reach-observations").then().statusCode(200);
        await().atMost(PATIENCE).until(this::hasAllConnections);
        Logger.getLogger("").addHandler(watch);
        var jobs = List.of("fold-sums", "fold-data-set-changes", "seal-audit-trail", "work-on-imports");
        await().atMost(PATIENCE).until(() -> jobs.stream().allMatch(this::isWarnedOf));
        assertEquals(
                List.of(), log.stream().filter(line -> line.getThrown() != null).toList());
        assertEquals(
                List.of(),
                log.stream()
                        .filter(line -> line.getLevel().intValue() > Level.WARNING.intValue())
                        .map(LogRecord::getMessage)
                        .toList());
    }

    private boolean hasAllConnections() {
        try {
            while (taken.size() < CONNECTIONS) {
                taken.add(pool.getConnection());
            }
            return true;
        } catch (SQLException aJobHasOne) {
            return false;
        }
    }

    private boolean isWarnedOf(String job) {
        var warning = "Job " + job + " has no connection to the database; it tries again at ....-..-..T.*Z";
        return log.stream().map(LogRecord::getMessage).anyMatch(message -> message.matches(warning));
    }
}
