package nl.doorlichting.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.stream.IntStream;
import nl.doorlichting.kernel.caller.Role;
import nl.doorlichting.kernel.testing.TestIssuer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(Services.class)
@TestProfile(RateLimitTest.OnePerSecond.class)
class RateLimitTest {
    public static class OnePerSecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("doorlichting.rate-limit", "1");
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        var token = TestIssuer.token(Role.ANALYST);
        var statuses = IntStream.range(0, 20)
                .map(i -> given().auth().oauth2(token).get("/v1/me").statusCode())
                .filter(status -> status == 429)
                .count();
        // The first is let through, and at most a few more while the others are asked.
        assertEquals(true, statuses >= 10, "refused: " + statuses);
        var other = given().auth()
                .oauth2(TestIssuer.token().subject("other").roles(Role.ANALYST).sign());
        other.get("/v1/me")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"client\";q=1;w=1")
                .header("RateLimit", "\"client\";r=0;t=1");
        other.get("/v1/me")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .header("RateLimit", matchesPattern("\"client\";r=0;t=\\d+"))
                .body("type", equalTo("/v1/problems/too-many-requests"));
    }
}
