package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(RateLimitTest.OnePerSecond.class)
class RateLimitTest {
    public static class OnePerSecond implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("doorlichting.rate-limit", "1");
        }
    }

    UpstreamStubs services;

    @BeforeEach
    void removeStubs() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
    }

    @Test
    void refusesRequestsOverTheLimitWithRetryAfter() throws Exception {
        var token = TestIssuer.token(Role.ANALYST);
        var statuses = IntStream.range(0, 20)
                .map(i -> given().auth().oauth2(token).get("/v1/me").statusCode())
                .filter(status -> status == 429)
                .count();
        // The first request passes, and at most a few more while the others run.
        assertTrue(statuses >= 10, "refused: " + statuses);
        // The second request is over the limit where it follows within a second.
        RunningTime.check(RateLimitTest::assertSecondRequestIsRefused);
    }

    private static void assertSecondRequestIsRefused() {
        var other = given().auth()
                .oauth2(TestIssuer.token()
                        .subject(UUID.randomUUID().toString())
                        .roles(Role.ANALYST)
                        .sign());
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
                .header("X-Content-Type-Options", "nosniff")
                .header("API-Version", "1.0.0")
                .header("RateLimit", matchesPattern("\"client\";r=0;t=\\d+"))
                .body("type", is("/v1/problems/too-many-requests"));
    }

    @Test
    void countsTokensOfOneSubjectTogether() {
        var statuses = IntStream.range(0, 20)
                .mapToObj(i -> TestIssuer.token()
                        .subject("one")
                        .organisation("O" + i)
                        .roles(Role.ANALYST)
                        .sign())
                .map(token -> given().auth().oauth2(token).get("/v1/me").statusCode())
                .filter(status -> status == 429)
                .count();
        assertTrue(statuses >= 10, "refused: " + statuses);
    }

    /** Invented tokens and addresses count for the one real address, and not for other clients. */
    @Test
    void countsInvalidTokensByAddress() {
        var statuses = IntStream.range(0, 20)
                .map(i -> given().header("Authorization", "Bearer made-up-" + i)
                        .header("X-Forwarded-For", "192.0.2." + i)
                        .header("Forwarded", "for=192.0.2." + i)
                        .get("/v1/me")
                        .statusCode())
                .filter(status -> status == 429)
                .count();
        assertTrue(statuses >= 10, "refused: " + statuses);
        given().auth()
                .oauth2(TestIssuer.token().subject("honest").roles(Role.ANALYST).sign())
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    /** Forwarding must find the whole body, although the caller is authenticated first. */
    @Test
    void keepsBodyUntilCallerIsAuthenticated() {
        services.reporting().stubFor(any(anyUrl()).willReturn(okJson("{}").withStatus(201)));
        var body = "{\"text\":\"" + "a".repeat(500_000) + "\"}";
        given().auth()
                .oauth2(TestIssuer.token()
                        .subject("writer")
                        .roles(Role.RESEARCHER)
                        .sign())
                .contentType("application/json")
                .body(body)
                .post("/v1/lessons")
                .then()
                .statusCode(201);
        services.reporting().verify(postRequestedFor(urlEqualTo("/v1/lessons")).withRequestBody(equalTo(body)));
    }
}
