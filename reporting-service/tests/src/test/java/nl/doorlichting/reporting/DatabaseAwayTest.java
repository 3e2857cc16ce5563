package nl.doorlichting.reporting;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import nl.doorlichting.platform.testing.databases.DatabaseAwayChecks;
import nl.doorlichting.platform.testing.databases.FreezableDatabase;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestIssuer.class)
@WithTestResource(TrainingStub.class)
@WithTestResource(
        value = FreezableDatabase.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "reporting"))
@TestProfile(DatabaseAwayChecks.LimitsOfProduction.class)
class DatabaseAwayTest {
    private static final String OBSERVATIONS = "/v1/reach-observations";

    FreezableDatabase database;

    @AfterEach
    void restore() {
        database.restore();
    }

    @Test
    void answersInTimeAndRecoversWhenDatabaseIsSilent() {
        DatabaseAwayChecks.assertAnswersInTimeAndRecovers(database, database::freeze, observations("silent"));
    }

    @Test
    void answersInTimeAndRecoversWhenDatabaseIsStopped() {
        DatabaseAwayChecks.assertAnswersInTimeAndRecovers(database, database::refuse, observations("stopped"));
    }

    private static DatabaseAwayChecks.Client observations(String programme) {
        return new DatabaseAwayChecks.Client() {
            @Override
            public Response write() {
                return Api.researcher()
                        .body(Observation.of(programme).ofAnotherSource().json())
                        .post(OBSERVATIONS);
            }

            @Override
            public Response read() {
                return Api.analyst().get(OBSERVATIONS + "?programme=" + programme);
            }
        };
    }
}
