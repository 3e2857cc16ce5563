package nl.doorlichting.platform.testing.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.Answer;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.tokens.KeyServer;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.platform.testing.tokens.TestToken;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.DynamicTest;

/**
 * Forged tokens, and tokens outside the one Authorization header, sent to the application under test. Each gets a 401 as
 * problem details, with a challenge and without the reason.
 */
public final class InvalidTokens {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ATTACKERS_KEY = "attacker";

    private final Supplier<TestToken> good;
    private final String path;
    private final KeyServer attacker = new KeyServer();
    private final RSAPublicKey attackersKey = TestIssuer.publicKeyOf(TestIssuer.attackersKey());

    private InvalidTokens(Supplier<TestToken> good, String path) {
        this.good = good;
        this.path = path;
        attacker.publish(ATTACKERS_KEY, "RS256", attackersKey);
    }

    /** Against the key of {@link TestIssuer}. */
    public static Stream<DynamicTest> ofApplication() {
        return ofApplication(TestIssuer::token);
    }

    /** For an application whose valid tokens come from this supplier. */
    public static Stream<DynamicTest> ofApplication(Supplier<TestToken> good) {
        var tests = new InvalidTokens(() -> good.get().roles(roles()), guardedPath());
        return Stream.of(tests.forged(), tests.otherwiseBrought(), tests.accepted())
                .flatMap(part -> part)
                .onClose(tests.attacker::shutDown);
    }

    public static String guardedPath() {
        var contract = OpenApiContract.ofApplication();
        var served = ServedOperations.ofApplication();
        return contract.operations().stream()
                .filter(operation -> served.contains(operation) && operation.startsWith("GET "))
                .filter(operation ->
                        !operation.contains("{") && contract.rolesOf(operation).isPresent())
                .findFirst()
                .orElseThrow()
                .substring("GET ".length());
    }

    public static String[] roles() {
        return AccessMatrix.ROLES.toArray(String[]::new);
    }

    private Stream<DynamicTest> forged() {
        return tokens().entrySet().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> {
                    var answer = send(request -> request.header(
                            "Authorization", "Bearer " + bad.getValue().get()));
                    assertRefused(answer, "Bearer error=\"invalid_token\"");
                    assertEquals(0, attacker.asked(), "the attacker was asked for a key");
                }));
    }

    private Map<String, Supplier<String>> tokens() {
        var bad = new LinkedHashMap<String, Supplier<String>>();
        bad.put("expired", () -> good.get().expired().sign());
        bad.put("not valid yet", () -> good.get().claim("nbf", inAnHour()).sign());
        bad.put("without end", () -> good.get().signedWithoutEnd());
        bad.put(
                "of another issuer",
                () -> good.get().issuer("http://elsewhere.example").sign());
        bad.put("of no issuer", () -> good.get().without("iss").sign());
        bad.put("for another audience", () -> good.get().audience("elsewhere").sign());
        bad.put("for no audience", () -> good.get().without("aud").sign());
        bad.put("without a subject", () -> good.get().withoutSubject().sign());
        for (var subject : List.of(
                " a",
                "a ",
                "\ta",
                "a\u00a0",
                "\u3000a",
                "a\u200b",
                "\ufeffa",
                "a\u00adb",
                "a\u202eb",
                "a\u2028",
                "e\u0301")) {
            bad.put(
                    "of a subject that looks like another's: "
                            + subject.codePoints().boxed().toList(),
                    () -> good.get().subject(subject).sign());
        }
        bad.put(
                "of an organisation that looks like another",
                () -> good.get().organisation("GM0988 ").sign());
        bad.put("of another key", () -> good.get().signedByAnotherKey().sign());
        bad.put(
                "with another algorithm",
                () -> good.get().algorithm(SignatureAlgorithm.RS512).sign());
        for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
            bad.put("algorithm '" + none + "'", () -> good.get().unsigned(none));
        }
        bad.put("HMAC with the public key", () -> good.get().signedWithPublicKeyAsSecret());
        bad.put("HMAC with the public key's file", () -> good.get().signedWithPublicKeyFileAsSecret());
        bad.put("jku", () -> attackers().header("jku", attacker.keysUrl()).sign());
        bad.put(
                "jku and the known key's id",
                () -> ofKnownId().header("jku", attacker.keysUrl()).sign());
        bad.put("x5u", () -> attackers().header("x5u", attacker.keysUrl()).sign());
        bad.put(
                "x5u and the known key's id",
                () -> ofKnownId().header("x5u", attacker.keysUrl()).sign());
        bad.put("jwk", () -> attackers().header("jwk", attackersKey()).sign());
        bad.put(
                "jwk and the known key's id",
                () -> ofKnownId().header("jwk", attackersKey()).sign());
        bad.put(
                "a key id that is a path",
                () -> attackers().header("kid", "../../../../dev/null").sign());
        bad.put(
                "an unknown header",
                () -> good.get().header("crit", List.of("x")).sign());
        bad.put("without its signature", () -> good.get().sign().replaceAll("[.][^.]*$", "."));
        bad.put("with another's signature", this::otherClaimsUnderASignature);
        bad.put("in five parts", () -> good.get().sign() + ".a.b");
        bad.put("garbage", () -> "abc");
        bad.put("garbage in three parts", () -> "a.b.c");
        bad.put("a number for a header", () -> "MQ.MQ.MQ");
        bad.putAll(malformed());
        bad.putAll(withOtherClaims());
        return bad;
    }

    private Map<String, Supplier<String>> malformed() {
        var bad = new LinkedHashMap<String, Supplier<String>>();
        for (var dots : List.of(".", "..", "...", "....", ".".repeat(1_000))) {
            bad.put(dots.length() + " dots", () -> dots);
        }
        bad.put("without its header", () -> good.get().sign().replaceAll("^[^.]*", ""));
        bad.put("without its payload", () -> good.get().sign().replaceAll("[.].*[.]", ".."));
        bad.put("its header only", () -> good.get().sign().replaceAll("[.].*", ""));
        bad.put("its header and a dot", () -> good.get().sign().replaceAll("[.].*", "."));
        bad.put("a text for a payload", () -> withPayload("ImEi"));
        bad.put("a number for a payload", () -> withPayload("MQ"));
        bad.put("an array for a payload", () -> withPayload("W10"));
        bad.put("no JSON for a payload", () -> withPayload("e30e30"));
        bad.put("no base64 for a payload", () -> withPayload("*"));
        bad.put("an array for a header", () -> "W10." + good.get().sign().split("[.]", 2)[1]);
        bad.put("an empty header", () -> "e30." + good.get().sign().split("[.]", 2)[1]);
        bad.put("something behind its signature", () -> good.get().sign() + "!");
        bad.put("filled up as base64 is", () -> good.get().sign() + "==");
        bad.put("two tokens", () -> good.get().sign() + " " + good.get().sign());
        bad.put("two schemes", () -> "Bearer " + good.get().sign());
        bad.put("a list of schemes", () -> good.get().sign() + ", Basic YTph");
        bad.put("large", () -> "a".repeat(5_000) + "." + "a".repeat(5_000) + "." + "a".repeat(5_000));
        return bad;
    }

    private String withPayload(String payload) {
        var parts = good.get().sign().split("[.]");
        return parts[0] + "." + payload + "." + parts[2];
    }

    /** Correctly signed, with claims of another form. */
    private Map<String, Supplier<String>> withOtherClaims() {
        var bad = new LinkedHashMap<String, Supplier<String>>();
        for (var claim : List.of("roles", "organisation", "sub", "exp", "iss", "aud")) {
            for (var value : List.of(5, true, "", Map.of("a", "b"), List.of(1), List.of(List.of("a")))) {
                bad.put(claim + ": " + value, () -> good.get().signedWith(claim, value));
            }
        }
        bad.put("roles: a text", () -> good.get().claim("roles", Role.ANALYST).sign());
        bad.put(
                "roles: texts in a text",
                () -> good.get().claim("roles", String.join(" ", roles())).sign());
        bad.put(
                "roles: one is no text",
                () -> good.get().claim("roles", List.of(Role.ANALYST, 1)).sign());
        bad.put(
                "organisation: texts",
                () -> good.get().claim("organisation", List.of("GM0988")).sign());
        return bad;
    }

    private TestToken attackers() {
        return good.get().signedBy(TestIssuer.attackersKey(), ATTACKERS_KEY);
    }

    private TestToken ofKnownId() {
        return good.get().signedByAnotherKey();
    }

    private Map<String, Object> attackersKey() {
        return new RsaJsonWebKey(attackersKey).toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private String otherClaimsUnderASignature() {
        var grantee = good.get().roles(Role.GRANTEE).sign().split("[.]");
        var everybody = good.get().sign().split("[.]");
        return grantee[0] + "." + everybody[1] + "." + grantee[2];
    }

    private static long inAnHour() {
        return Instant.now().plusSeconds(3600).getEpochSecond();
    }

    private Stream<DynamicTest> otherwiseBrought() {
        var ways = new LinkedHashMap<String, Consumer<HttpRequest.Builder>>();
        ways.put("not at all", request -> {});
        ways.put("in the query", request -> request.uri(uri("?access_token=" + token())));
        ways.put("in a cookie", request -> request.header("Cookie", "access_token=" + token()));
        ways.put("in a cookie of a session", request -> request.header("Cookie", "q_session=" + token()));
        ways.put("in another header", request -> request.header("X-Authorization", "Bearer " + token()));
        ways.put("under another scheme", request -> request.header("Authorization", "Token " + token()));
        ways.put("under no scheme", request -> request.header("Authorization", token()));
        return ways.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(
                        "brought " + way.getKey(), () -> assertRefused(send(way.getValue()), "Bearer")));
    }

    /** Shows that a valid token is accepted, so that the tests above can fail. */
    private Stream<DynamicTest> accepted() {
        return Stream.of("Bearer ", "bearer ", "BEARER ")
                .map(scheme -> DynamicTest.dynamicTest("accepted after " + scheme, () -> {
                    var status = send(request -> request.header("Authorization", scheme + token()))
                            .statusCode();
                    // 503: a component is missing in the test.
                    assertTrue(status < 400 || status == 503, () -> path + " answered " + status);
                }));
    }

    private String token() {
        return good.get().sign();
    }

    private void assertRefused(HttpResponse<String> answer, String challenge) {
        assertEquals(401, answer.statusCode());
        assertEquals(List.of(challenge), answer.headers().allValues("WWW-Authenticate"));
        assertEquals(List.of(), OpenApiContract.ofApplication().violations(Answer.of(answer)));
        assertTrue(answer.body().contains("\"type\":\"/v1/problems/not-authenticated\""), answer.body());
        for (var secret : List.of("Exception", "jose4j", "io.", "org.", "RS256", "kid", "expire", token())) {
            assertFalse(answer.body().contains(secret), answer.body());
        }
    }

    private HttpResponse<String> send(Consumer<HttpRequest.Builder> way) {
        var request = HttpRequest.newBuilder(uri(""));
        way.accept(request);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private URI uri(String query) {
        return URI.create("http://localhost:" + RestAssured.port + path + query);
    }
}
