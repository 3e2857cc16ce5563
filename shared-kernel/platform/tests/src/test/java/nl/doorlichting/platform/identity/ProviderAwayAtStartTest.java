package nl.doorlichting.platform.identity;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.FakeIdentityProvider;
import nl.doorlichting.platform.testing.tokens.IdentityProviderProfile;
import org.junit.jupiter.api.Test;

/** The provider starts after the application. */
@QuarkusTest
@TestProfile(ProviderAwayAtStartTest.Away.class)
class ProviderAwayAtStartTest {
    public static final class Away extends IdentityProviderProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeIdentityProvider.class, Map.of("away", "true")));
        }
    }

    FakeIdentityProvider provider;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Test
    void becomesReadyWhenProviderAppears() {
        var token = provider.token("first").roles(Role.AUDITOR).sign();
        given().get(readiness)
                .then()
                .statusCode(503)
                .body("checks.find { it.status == 'DOWN' }.data.waitsFor", equalTo(provider.issuer()));
        given().auth()
                .oauth2(token)
                .get("/v1/things")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/v1/problems/unavailable"));
        given().get("/v1/things").then().statusCode(401);
        given().get("/v1/things/public").then().statusCode(200);

        provider.restart();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(readiness).statusCode() == 200);
        given().auth().oauth2(token).get("/v1/things").then().statusCode(200);
    }
}
