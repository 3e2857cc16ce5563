package nl.doorlichting.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import nl.doorlichting.platform.testing.FreezableDatabase;
import nl.doorlichting.platform.testing.PostgresResource;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With the time limits of production. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
@WithTestResource(TrainingStub.class)
@WithTestResource(
        value = FreezableDatabase.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
@TestProfile(DatabaseAwayTest.LimitsOfProduction.class)
class DatabaseAwayTest {
    public static final class LimitsOfProduction implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // Each connection is validated, not only one that was idle for a second.
            return Map.of(
                    "quarkus.datasource.jdbc.acquisition-timeout", "1500MS",
                    "quarkus.datasource.jdbc.login-timeout", "1S",
                    "quarkus.datasource.jdbc.validate-on-borrow", "true");
        }
    }

    private static final String OBSERVATIONS = "/v1/reach-observations";

    FreezableDatabase database;

    @AfterEach
    void restore() {
        database.restore();
    }

    @Test
    void answersWriteInTimeAndRecoversWhenDatabaseIsSilent() {
        write("silent").statusCode(201);
        database.freeze();
        assertAnswersInTimeAndRecovers("silent");
    }

    @Test
    void answersWriteInTimeAndRecoversWhenDatabaseIsStopped() {
        write("stopped").statusCode(201);
        database.refuse();
        assertAnswersInTimeAndRecovers("stopped");
    }

    /** The bound is two seconds, and one for a slow machine. */
    private void assertAnswersInTimeAndRecovers(String programme) {
        for (int i = 0; i < 3; i++) {
            write(programme)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/v1/problems/unavailable"))
                    .body("detail", equalTo("The database does not respond."))
                    .time(lessThan(3000L));
        }
        database.restore();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Api.analyst()
                                .get(OBSERVATIONS + "?programme=" + programme)
                                .statusCode()
                        == 200);
        Api.analyst().get(OBSERVATIONS + "?programme=" + programme).then().body("total.value", equalTo(1));
    }

    private static ValidatableResponse write(String programme) {
        return Api.researcher()
                .header("Accept-Language", "en")
                .body(Observation.of(programme).json())
                .post(OBSERVATIONS)
                .then();
    }
}
