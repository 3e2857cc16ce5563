package nl.doorlichting.funding;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.platform.testing.databases.DatabaseAwayChecks;
import nl.doorlichting.platform.testing.databases.FreezableDatabase;
import nl.doorlichting.platform.testing.databases.PostgresResource;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestIssuer.class)
@WithTestResource(
        value = FreezableDatabase.class,
        initArgs = @ResourceArg(name = PostgresResource.DATABASE, value = "funding"))
@TestProfile(DatabaseAwayChecks.LimitsOfProduction.class)
class DatabaseAwayTest {
    private static final String APPLICATIONS = "/v1/applications";

    FreezableDatabase database;

    @AfterEach
    void restore() {
        database.restore();
    }

    @Test
    void answersInTimeAndRecoversWhenDatabaseIsSilent() {
        DatabaseAwayChecks.assertAnswersInTimeAndRecovers(database, database::freeze, applications());
    }

    @Test
    void answersInTimeAndRecoversWhenDatabaseIsStopped() {
        DatabaseAwayChecks.assertAnswersInTimeAndRecovers(database, database::refuse, applications());
    }

    private static DatabaseAwayChecks.Client applications() {
        var organisation = Api.organisation(OrganisationKind.MUNICIPALITY);
        return new DatabaseAwayChecks.Client() {
            @Override
            public Response write() {
                return ApplicationRequests.post(organisation, "{\"title\":\"t\"}");
            }

            @Override
            public Response read() {
                return Api.grantee(organisation).get(APPLICATIONS);
            }
        };
    }
}
