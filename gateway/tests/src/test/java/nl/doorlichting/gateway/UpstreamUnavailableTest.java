package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.testing.tokens.FakeIdentityProvider;
import nl.doorlichting.platform.testing.tokens.IdentityProviderProfile;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.testing.tokens.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Authenticates callers while a service is unavailable, by the keys of a provider, as in production. */
@QuarkusTest
@TestProfile(UpstreamUnavailableTest.WithProviderAndServices.class)
class UpstreamUnavailableTest {
    // Two seconds less 800 ms of the provider, half a second for the report, and 100 ms for the way here.
    private static final long MOST_AFTER_PROVIDER = 600;

    public static final class WithProviderAndServices extends IdentityProviderProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return Stream.concat(super.testResources().stream(), Stream.of(new TestResourceEntry(UpstreamStubs.class)))
                    .toList();
        }
    }

    @Inject
    PatientDeadlines deadlines;

    FakeIdentityProvider provider;
    UpstreamStubs services;

    static Stream<ResponseDefinitionBuilder> absences() {
        return Stream.of(
                okJson("{}").withFixedDelay(5000),
                aResponse().withFault(Fault.EMPTY_RESPONSE),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @BeforeEach
    void providerAnswers() {
        RestAssured.replaceFiltersWith(List.of());
        provider.restart();
        provider.publish("first", "RS256");
        // A token whose key is cached would be accepted while the provider is still away.
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        given().auth().oauth2(unknown().sign()).get("/v1/me").statusCode() == 401);
    }

    @ParameterizedTest
    @MethodSource("absences")
    void respondsInTimeToAllCallers(ResponseDefinitionBuilder absence) throws Exception {
        services.training().stubFor(any(anyUrl()).willReturn(absence));
        assertStatus(503, provider.token("first"));
        assertStatus(401, provider.token("first").expired());
        assertStatus(401, unknown());
        deadlines.asInProduction(
                () -> given().get("/v1/training-types").then().statusCode(401).time(lessThan(4000L)));
        provider.shutDown();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        given().auth().oauth2(unknown().sign()).get("/v1/me").statusCode() == 503);
        assertStatus(503, provider.token("first"));
        assertStatus(503, unknown());
    }

    /** The waits for service and provider overlap. */
    @Test
    void respondsInTimeWhenServiceAndProviderAreSilent() throws Exception {
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(5000)));
        provider.hang();
        for (int i = 0; i < 3; i++) {
            deadlines.asInProduction(() -> given().auth()
                    .oauth2(unknown().roles("ANALYST").sign())
                    .get("/v1/training-types")
                    .then()
                    .statusCode(503)
                    // A second less than the sum of both limits.
                    .time(lessThan(2500L)));
        }
    }

    /** Services have the rest of the two seconds after the caller is authenticated. */
    @Test
    void reportsInTimeWhenProviderIsSlow() throws Exception {
        Stream.of(services.training(), services.reporting())
                .forEach(service ->
                        service.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(5000))));
        // Twice, for two documents: so slow that services with their full limit would respond too late.
        provider.respondAfter(Duration.ofMillis(400));
        deadlines.asInProduction(() -> {
            services.reporting().resetRequests();
            // For a key that is known already the provider is not asked.
            given().auth()
                    .oauth2(provider.token(UUID.randomUUID().toString())
                            .roles("ANALYST")
                            .sign())
                    .get("/v1/reports/reach?programme=APR-2007-2011")
                    .then()
                    .statusCode(503);
            var asked = services.reporting().findAll(anyRequestedFor(urlPathMatching("/v1/.*")));
            assertFalse(asked.isEmpty());
            for (var request : asked) {
                var stated = Long.parseLong(request.getHeader(RequestDeadline.HEADER));
                assertTrue(stated <= MOST_AFTER_PROVIDER, stated + " ms");
            }
        });
    }

    private TestToken unknown() {
        return TestIssuer.token().issuer(provider.issuer()).signedByAnotherKey().header("kid", "unknown");
    }

    private void assertStatus(int status, TestToken token) throws Exception {
        deadlines.asInProduction(() -> given().auth()
                .oauth2(token.roles("ANALYST").sign())
                .get("/v1/training-types")
                .then()
                .statusCode(status)
                .time(lessThan(4000L)));
    }
}
