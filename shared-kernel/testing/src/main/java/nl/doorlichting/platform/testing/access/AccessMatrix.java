package nl.doorlichting.platform.testing.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.contract.ServedOperations;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Every role against every documented operation of the application under test: 401 without a token where one is needed,
 * 403 for a role that the document does not name, and neither for one that it does. Where no token is needed, a client
 * without one gets a 406 and a 415, and an invalid token is a 401.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> checksEveryRoleOnEveryOperation() {
 *     return AccessMatrix.ofApplication();
 * }
 * }</pre>
 */
public final class AccessMatrix {
    static final List<String> ROLES =
            Arrays.stream(Role.class.getFields()).map(AccessMatrix::value).toList();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    // Signing a token is the slowest step here.
    private static final Map<List<String>, String> TOKENS = new ConcurrentHashMap<>();

    private AccessMatrix() {}

    public static Stream<DynamicTest> ofApplication() {
        var contract = OpenApiContract.ofApplication();
        // The gateway documents forwarded operations too; the services test those themselves.
        var served = ServedOperations.ofApplication();
        return contract.operations().stream()
                .filter(served::contains)
                .map(operation -> DynamicTest.dynamicTest(operation, () -> verify(operation, contract)));
    }

    private static void verify(String operation, OpenApiContract contract) {
        var method = operation.substring(0, operation.indexOf(' '));
        var path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{[^}]*}", unusedId());
        var type = contract.requestMediaType(operation);
        var roles = contract.rolesOf(operation);
        var anonymous = send(method, path, type, null);
        if (roles.isEmpty()) {
            assertTrue(anonymous != 401 && anonymous != 403, "without a token: " + anonymous);
            verifyPublic(method, path, type);
            return;
        }
        assertEquals(401, anonymous, "without a token");
        var anyCaller = roles.get().isEmpty();
        check("no role", anyCaller, status(method, path, type));
        for (var role : ROLES) {
            check(role, anyCaller || roles.get().contains(role), status(method, path, type, role));
        }
    }

    /** A client without a token gets the reason of its refusal; a token that is sent has to be valid. */
    private static void verifyPublic(String method, String path, String type) {
        assertEquals(401, send(method, path, type, "not-a-token"), "with an invalid token");
        assertEquals(406, send(method, path, type, null, "image/png"), "without a media type that it gives");
        if (type != null) {
            assertEquals(415, send(method, path, "image/png", null), "with a media type that it does not take");
        }
    }

    private static void check(String role, boolean allowed, int status) {
        assertEquals(allowed, status != 403, role + ": " + status);
        // 503: a component is missing in the test. A caller without permission does not get this far.
        assertTrue(status != 401 && (status < 500 || status == 503), role + ": " + status);
    }

    private static int status(String method, String path, String type, String... roles) {
        return send(method, path, type, TOKENS.computeIfAbsent(List.of(roles), AccessMatrix::sign));
    }

    private static String sign(List<String> roles) {
        return TestIssuer.token()
                .roles(roles.toArray(String[]::new))
                .organisation("NOBODYS")
                .sign();
    }

    private static int send(String method, String path, String type, String token) {
        return send(method, path, type, token, "*/*");
    }

    // A plain client, because there are thousands of requests.
    private static int send(String method, String path, String type, String token, String accept) {
        var body = type == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(type.startsWith("multipart/") ? "--b--\r\n" : "{}");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, body)
                .header("Accept", accept);
        if (type != null) {
            request.header("Content-Type", type.startsWith("multipart/") ? type + ";boundary=b" : type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String unusedId() {
        return UUID.randomUUID().toString();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
