package nl.doorlichting.platform.identity;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.tokens.FakeIdentityProvider;
import nl.doorlichting.platform.testing.tokens.IdentityProviderProfile;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.testing.tokens.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How callers are affected when the provider changes its keys or is away. The application fetches the keys of the fake provider often. */
@QuarkusTest
@TestProfile(ProviderKeysTest.Patient.class)
class ProviderKeysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** On a machine that is busy or stands still, an answer of the provider can take longer than the second of production. */
    public static final class Patient extends IdentityProviderProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("doorlichting.identity.answer-within", "60S");
        }
    }

    FakeIdentityProvider provider;

    @BeforeEach
    void providerAnswers() {
        provider.restart();
        awaitStatus(200, provider.token("first"));
        // The key of the first token may be cached while the provider is still away.
        awaitStatus(401, unknown());
    }

    @Test
    void acceptsNewKeyWithoutRestart() {
        awaitStatus(200, provider.token("new"));
    }

    @Test
    void rejectsKeyWithOtherAlgorithm() {
        provider.publish("pss", "PS256");
        awaitStatus(200, provider.token("pss").algorithm(SignatureAlgorithm.PS256));
        assertEquals(401, status(provider.token("pss")));
    }

    @Test
    void rejectsWithdrawnKeySoon() {
        awaitStatus(200, provider.token("withdrawn"));
        provider.withdraw("withdrawn");
        awaitStatus(401, provider.token("withdrawn"));
    }

    @Test
    void rejectsUnknownKeyWhileProviderAnswers() {
        given().auth()
                .oauth2(unknown().sign())
                .get("/v1/things")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("type", equalTo("/v1/problems/not-authenticated"));
    }

    @Test
    void acceptsCachedKeysAndAnswers503ForUnknownKeyWithoutProvider() {
        provider.shutDown();
        awaitStatus(503, unknown());
        given().auth()
                .oauth2(unknown().sign())
                .get("/v1/things")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .header("API-Version", "1.0.0")
                .contentType("application/problem+json")
                .body("type", equalTo("/v1/problems/unavailable"));
        assertEquals(200, status(provider.token("first")));
        assertEquals(401, status(provider.token("first").expired()));
        assertEquals(
                503, given().auth().oauth2(unknown().sign()).get("/v1/nothing").statusCode());
        assertEquals(
                200,
                given().auth().oauth2(unknown().sign()).get("/v1/things/public").statusCode());
    }

    @Test
    void acceptsUnusedCachedKeyWithoutProvider() {
        var token = provider.token("unused").roles(Role.AUDITOR).sign();
        var asked = provider.asked();
        // An answer takes two requests; the third one starts after the answer with the new key.
        await().atMost(PATIENCE).until(() -> provider.asked() >= asked + 5);
        provider.shutDown();
        assertEquals(200, given().auth().oauth2(token).get("/v1/things").statusCode());
    }

    @Test
    void rejectsInvalidTokenWithoutProvider() {
        provider.shutDown();
        awaitStatus(503, unknown());
        var tokens = List.of(
                unknown().unsigned(), unknown().signedWithPublicKeyAsSecret(), TestIssuer.token(Role.AUDITOR), "abc");
        for (var token : tokens) {
            assertEquals(401, given().auth().oauth2(token).get("/v1/things").statusCode(), token);
        }
        assertEquals(401, given().get("/v1/things").statusCode());
    }

    @Test
    void limitsRequestsToProviderForUnknownKeys() {
        var token = unknown().sign();
        var asked = provider.asked();
        var started = System.nanoTime();
        for (int i = 0; i < 30; i++) {
            given().auth().oauth2(token).get("/v1/things");
        }
        var tenths = (System.nanoTime() - started) / 100_000_000 + 1;
        assertTrue(provider.asked() - asked <= 2 * (tenths + 1), () -> provider.asked() - asked + " in " + tenths);
    }

    @TestFactory
    Stream<DynamicTest> rejectsInvalidTokens() {
        return InvalidTokens.ofApplication(() -> provider.token("first"));
    }

    private TestToken unknown() {
        return TestIssuer.token().issuer(provider.issuer()).signedByAnotherKey().header("kid", "unknown");
    }

    private static void awaitStatus(int status, TestToken token) {
        await().atMost(PATIENCE).until(() -> status(token) == status);
    }

    private static int status(TestToken token) {
        return given().auth()
                .oauth2(token.roles(Role.AUDITOR).sign())
                .get("/v1/things")
                .statusCode();
    }
}
