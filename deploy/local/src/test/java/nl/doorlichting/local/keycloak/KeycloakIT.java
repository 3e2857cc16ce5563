package nl.doorlichting.local.keycloak;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.FreePorts;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.Ports;
import nl.doorlichting.local.identity.LocalIssuer;
import nl.doorlichting.local.production.ProductionServices;
import nl.doorlichting.platform.testing.time.RunningTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The gateway and a service in the production profile, with a real identity provider and the realm of deploy/keycloak. */
@Tag("acceptance")
@EnabledIf("nl.doorlichting.local.Bash#isThere")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
    private static final String PERSON = "user-1";
    private static final String EMAIL = "user-1@example.org";
    private static final String MACHINE = "nctv-statistics";
    /** The value of {@code ask-every}, with time for a request on a busy machine. */
    private static final Duration WITHDRAWN_WITHIN = Duration.ofSeconds(10);

    private static final Duration START = Duration.ofMinutes(5);
    private static final List<Application> MODULES = List.of(Application.GATEWAY, Application.FUNDING_SERVICE);

    private final Path home = Path.of(System.getProperty("doorlichting.home"));
    private final String password = UUID.randomUUID().toString();
    private final String reviewSecret = UUID.randomUUID().toString();
    private final RsaSigningKey machineKey = new RsaSigningKey("nctv-1");
    private Keycloak keycloak;
    private RealmAdmin admin;
    private SignIn signIn;
    private ProductionServices services;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Ports ports = FreePorts.find();
        // The port of the training service, which does not run here.
        int port = ports.of(Application.TRAINING_SERVICE);
        String issuer = Keycloak.issuer(port);
        services = new ProductionServices(
                home,
                folder.resolve("data"),
                ports,
                Map.of(
                        "DOORLICHTING_ISSUER",
                        issuer,
                        "DOORLICHTING_IDENTITY_ASK_EVERY",
                        "2S",
                        "DOORLICHTING_SIGN_IN_CLIENT_ID",
                        "doorlichting-review",
                        "DOORLICHTING_SIGN_IN_CLIENT_SECRET",
                        reviewSecret,
                        "DOORLICHTING_SIGN_IN_ADDRESS",
                        ports.url(Application.GATEWAY)));
        for (Application application : MODULES) {
            await().atMost(START).until(() -> waitsFor(application, issuer));
        }
        keycloak =
                new Keycloak(Path.of("target/keycloak"), home.resolve("deploy/keycloak/doorlichting-realm.json"), port);
        admin = new RealmAdmin(keycloak.awaitUp());
        signIn = new SignIn(issuer);
        admin.addPerson(PERSON, password, "GRANTEE", "GM0988", EMAIL);
        admin.allowRedirect(SignIn.REDIRECT);
        admin.setReviewPage(services.gateway() + "/review/sign-in/return", reviewSecret);
        admin.setKeys(MACHINE, machineKey.keySet());
        for (Application application : MODULES) {
            await().atMost(START).until(() -> readiness(application, 200).isPresent());
        }
    }

    /** Whether it is not ready and reports that it waits for the issuer. */
    private boolean waitsFor(Application application, String issuer) {
        return readiness(application, 503)
                .filter(answer -> answer.text().contains("\"waitsFor\": \"" + issuer + "\""))
                .isPresent();
    }

    private Optional<Http.Response> readiness(Application application, int status) {
        return new Http().tryGet(services.readiness(application)).filter(answer -> answer.status() == status);
    }

    @AfterAll
    void stop() {
        if (services != null) {
            services.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    @Order(1)
    void personSignsInWithClaimsOfProvider() throws Exception {
        String token = signIn.person(PERSON, password);
        JsonNode me = body(200, getOnceAvailable("/v1/me", token));
        assertEquals(List.of("GRANTEE"), Json.MAPPER.convertValue(me.get("roles"), List.class));
        assertEquals("GM0988", me.get("organisation").asText());
        assertEquals(claims(token).get("sub").asText(), me.get("subject").asText());
        assertEquals(EMAIL, claims(token).get("email").asText());
        assertTrue(claims(token).get("email_verified").isBoolean(), token);
        assertTrue(claims(token).get("email_verified").asBoolean(), token);
        body(200, getOnceAvailable("/v1/awards", token));
        body(403, getOnceAvailable("/v1/budget-lines", token));
    }

    /** As in a browser, with the client of the realm. The API does not take the cookie of the page. */
    @Test
    @Order(1)
    void personSignsInAtReviewPage() throws Exception {
        HttpResponse<String> leaves = await().atMost(Duration.ofMinutes(1))
                .until(() -> page("/review/sign-in?lang=nl", ""), answer -> answer.statusCode() == 303);
        URI back = signIn.comesBack(leaves.headers().firstValue("Location").orElseThrow(), PERSON, password);
        assertTrue(back.toString().startsWith(services.gateway() + "/review/sign-in/return?"), back.toString());
        HttpResponse<String> returns = page(back.getPath() + "?" + back.getRawQuery(), SignIn.cookies(leaves));
        assertEquals(303, returns.statusCode(), returns.body());
        assertEquals("/review?lang=nl", returns.headers().firstValue("Location").orElseThrow());
        String session = SignIn.cookies(returns);
        HttpResponse<String> page = page("/review?lang=nl", session);
        assertEquals(List.of("private, no-store"), page.headers().allValues("Cache-Control"));
        assertTrue(page.body().contains("Ingelogd " + PERSON), page.body());
        assertEquals(401, page("/v1/me", session).statusCode());
    }

    private HttpResponse<String> page(String path, String cookies) throws Exception {
        HttpRequest.Builder request = FormRequests.request(services.gateway() + path);
        return FormRequests.send(cookies.isEmpty() ? request : request.header("Cookie", cookies));
    }

    @Test
    @Order(1)
    void machineAuthenticatesWithItsKey() throws Exception {
        JsonNode me = body(200, getOnceAvailable("/v1/me", machine()));
        assertEquals(List.of("STATISTICS_CLIENT"), Json.MAPPER.convertValue(me.get("roles"), List.class));
        assertTrue(me.get("organisation").isNull(), me.toString());
        body(403, getOnceAvailable("/v1/awards", machine()));
        HttpResponse<String> forged = signIn.machine(MACHINE, new RsaSigningKey("nctv-1"));
        assertEquals("invalid_client", body(400, forged).get("error").asText());
    }

    @Test
    @Order(1)
    void refusesTokenForAnotherAudience() throws Exception {
        RsaSigningKey key = new RsaSigningKey("other-1");
        admin.addClient(Map.of(
                "clientId",
                "other",
                "serviceAccountsEnabled",
                true,
                "publicClient",
                false,
                "clientAuthenticatorType",
                "client-jwt",
                "defaultClientScopes",
                List.of(),
                "attributes",
                Map.of("use.jwks.string", "true", "jwks.string", key.keySet()),
                "protocolMappers",
                List.of(
                        mapper("sub", "oidc-sub-mapper", Map.of()),
                        mapper("aud", "oidc-audience-mapper", Map.of("included.custom.audience", "other")))));
        String token = SignIn.accessToken(signIn.machine("other", key));
        assertEquals("other", claims(token).get("aud").asText());
        assertRefused(token);
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("access.token.claim", "true");
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", settings);
    }

    @Test
    @Order(1)
    void refusesTokensOfTheLauncher(@TempDir Path folder) throws Exception {
        Clock clock = Clock.systemUTC();
        assertRefused(
                LocalIssuer.open(folder.resolve("a.pem"), "http://local", clock).token("a", "ANALYST", null, null));
        assertRefused(LocalIssuer.open(folder.resolve("a.pem"), keycloak.issuer(), clock)
                .token("a", "ANALYST", null, null));
    }

    @Test
    @Order(2)
    void refusesExpiredToken() throws Exception {
        admin.setAccessTokenLifespan(5);
        String token = RunningTime.checked(() -> {
            String fresh = machine();
            body(200, getOnceAvailable("/v1/me", fresh));
            return fresh;
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> get("/v1/me", token).statusCode() == 401);
        assertRefused(token);
        admin.setAccessTokenLifespan(600);
    }

    @Test
    @Order(3)
    void acceptsNewKeyAtOnceAndOldKeyUntilWithdrawn() throws Exception {
        String old = machine();
        admin.rotate();
        String rotated = machine();
        assertNotEquals(keyId(old), keyId(rotated));
        body(200, getOnceAvailable("/v1/me", rotated));
        body(403, getOnceAvailable("/v1/awards", rotated));
        body(200, getOnceAvailable("/v1/me", old));

        admin.withdraw(keyId(old));
        await().atMost(WITHDRAWN_WITHIN).until(() -> get("/v1/me", old).statusCode() == 401);
        await().atMost(WITHDRAWN_WITHIN).until(() -> get("/v1/awards", old).statusCode() == 401);
        body(200, getOnceAvailable("/v1/me", rotated));
    }

    @Test
    @Order(4)
    void acceptsCachedKeysWithoutProvider() throws Exception {
        String token = signIn.person(PERSON, password);
        keycloak.close();
        body(200, getOnceAvailable("/v1/me", token));
        body(200, getOnceAvailable("/v1/awards", token));
        String unknown = new RsaSigningKey("unknown").token(claimsAsMap(token));
        for (String path : List.of("/v1/me", "/v1/awards")) {
            HttpResponse<String> answer = get(path, unknown);
            assertEquals(
                    "/v1/problems/unavailable", body(503, answer).get("type").asText());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        }
        assertEquals(401, getOnceAvailable("/v1/awards", "abc").statusCode());
        body(200, getOnceAvailable("/v1/awards", token));
    }

    /**
     * On a busy machine the provider can take more than its second, and a first request longer than a service may. Then the
     * response is 503, and the request is repeated.
     */
    private HttpResponse<String> getOnceAvailable(String path, String token) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> get(path, token), answer -> answer.statusCode() != 503);
    }

    private String machine() throws Exception {
        return SignIn.accessToken(signIn.machine(MACHINE, machineKey));
    }

    /** By the gateway for its own operation, and by the service for a forwarded one. */
    private void assertRefused(String token) throws Exception {
        for (String path : List.of("/v1/me", "/v1/awards")) {
            HttpResponse<String> answer = getOnceAvailable(path, token);
            assertEquals(
                    "/v1/problems/not-authenticated",
                    body(401, answer).get("type").asText());
            assertEquals(
                    List.of("Bearer error=\"invalid_token\""), answer.headers().allValues("WWW-Authenticate"));
        }
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return FormRequests.send(
                FormRequests.request(services.gateway() + path).header("Authorization", "Bearer " + token));
    }

    private static JsonNode body(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return Json.read(answer.body());
    }

    private static String keyId(String token) {
        return part(token, 0).get("kid").asText();
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> claimsAsMap(String token) {
        return Json.MAPPER.convertValue(claims(token), Map.class);
    }

    private static JsonNode part(String token, int number) {
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("[.]")[number]), StandardCharsets.UTF_8));
    }
}
