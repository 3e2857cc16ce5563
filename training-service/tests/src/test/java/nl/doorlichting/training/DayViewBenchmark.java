package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The sessions of one day with their numbers of registered and waiting people, over HTTP. */
@QuarkusTest
class DayViewBenchmark {
    private static final int SESSIONS = 100_000;
    private static final int REGISTRATIONS_EACH = 20;
    private static final int ON_ONE_DAY = 200;
    private static final int REQUESTS = 300;
    private static final double LIMIT_MILLIS = 20;

    private final HttpClient client = HttpClient.newHttpClient();

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TestHTTPResource("/v1/training-sessions")
    URI sessions;

    @Test
    void listsSessionsOfDayInTime() throws Exception {
        TrainingApi.type("BENCHMARK", "OTHER");
        fill();
        System.out.printf(
                "day view over %,d sessions and %,d registrations%n", SESSIONS, SESSIONS * REGISTRATIONS_EACH);
        for (var pageSize : new int[] {50, ON_ONE_DAY}) {
            var millis = measure("?date=2150-03-01&sort=title&pageSize=" + pageSize);
            System.out.printf(
                    "  %3d rows: median %.1f ms, 95th percentile %.1f ms%n",
                    pageSize, percentile(millis, 50), percentile(millis, 95));
            assertTrue(percentile(millis, 50) < LIMIT_MILLIS, "the day view takes too long");
        }
    }

    private double[] measure(String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sessions + query))
                .header("Authorization", "Bearer " + TestIssuer.token(Role.TRAINING_COORDINATOR))
                .build();
        var millis = new double[REQUESTS];
        for (int i = -REQUESTS; i < REQUESTS; i++) {
            var started = System.nanoTime();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            millis[Math.max(i, 0)] = (System.nanoTime() - started) / 1e6;
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().contains("\"registered\":" + REGISTRATIONS_EACH / 2), "the counts are not there");
        }
        Arrays.sort(millis);
        return millis;
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[sorted.length * percent / 100];
    }

    // As the owner and without the triggers for sums, which the measured query does not read.
    private void fill() throws SQLException {
        try (var connection = DriverManager.getConnection(url, "training_owner", "training_owner");
                var statement = connection.createStatement()) {
            statement.execute("alter table training_session disable trigger user");
            statement.execute("""
                    insert into training_session (id, status, programme, training_type, title, session_date, place_scope,
                        place_municipalities, capacity, source, registered, waiting, last_number, trainers, created_at,
                        created_by, version)
                    select gen_random_uuid(), 'PLANNED', 'B', 'BENCHMARK', 'Session ' || n,
                        date '2149-01-01' + n / %d, 'MUNICIPAL', '{GM0988}', %d, 'benchmark', %d, %d, %d, '{tess}',
                        now(), 'benchmark', 0
                    from generate_series(0, %d) n
                    """.formatted(
                            ON_ONE_DAY,
                            REGISTRATIONS_EACH / 2,
                            REGISTRATIONS_EACH / 2,
                            REGISTRATIONS_EACH / 2,
                            REGISTRATIONS_EACH,
                            SESSIONS - 1));
            statement.execute("alter table training_session enable trigger user");
            statement.execute("""
                    insert into registration (id, session_id, number, status, subject, created_at, created_by, version)
                    select gen_random_uuid(), s.id, n, case when n > %d then 'WAITLISTED' else 'REGISTERED' end,
                        'subject ' || n, now(), 'benchmark', 0
                    from training_session s, generate_series(1, %d) n
                    where s.programme = 'B'
                    """.formatted(REGISTRATIONS_EACH / 2, REGISTRATIONS_EACH));
            statement.execute("analyze");
        }
    }
}
