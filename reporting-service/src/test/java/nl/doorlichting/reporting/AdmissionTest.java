package nl.doorlichting.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.RevisionRoute;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.testing.InFlightWrite;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The only place is taken by a request that waits behind a lock. */
@ReportingServiceTest
@TestProfile(AdmissionTest.OnePlace.class)
class AdmissionTest {
    public static final class OnePlace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("doorlichting.load-shedding.places", "1");
        }
    }

    private static final String STATISTICS = "/v1/reach-statistics?programme=admission";
    private static final String LOCK = "lock table reach_observation in access exclusive mode";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MeterRegistry metrics;

    @Test
    void refusesWaitingReadAtItsDeadline() throws Exception {
        var lock = InFlightWrite.of(LOCK);
        var first = askInPlace();
        try {
            Api.analyst()
                    .header(RequestDeadline.HEADER, "400")
                    .header("Accept-Language", "en")
                    .get(STATISTICS)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("detail", equalTo("This service has more requests than it can answer now."));
            assertEquals(1, gauge("running"));
        } finally {
            lock.close();
        }
        assertEquals(200, first.join().statusCode());
    }

    @Test
    void answersRevisionsWithoutPlace() throws Exception {
        var lock = InFlightWrite.of(LOCK);
        var first = askInPlace();
        try {
            given().auth()
                    .oauth2(TestIssuer.token(Role.ANALYST))
                    .get(RevisionRoute.PATH)
                    .then()
                    .statusCode(200);
            assertEquals(1, gauge("running"));
        } finally {
            lock.close();
        }
        assertEquals(200, first.join().statusCode());
    }

    private CompletableFuture<Response> askInPlace() {
        var answer = CompletableFuture.supplyAsync(() -> Api.analyst().get(STATISTICS));
        await().atMost(PATIENCE).until(() -> gauge("running") == 1);
        return answer;
    }

    private int gauge(String name) {
        return (int) metrics.get("doorlichting.admission." + name).gauge().value();
    }
}
