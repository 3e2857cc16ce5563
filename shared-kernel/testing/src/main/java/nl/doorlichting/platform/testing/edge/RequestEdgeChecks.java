package nl.doorlichting.platform.testing.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.testing.access.InvalidTokens;
import nl.doorlichting.platform.testing.contract.OpenApiContract;
import nl.doorlichting.platform.testing.http.RawHttp;
import nl.doorlichting.platform.testing.http.RawHttp.RawAnswer;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DynamicTest;

/**
 * Checks what every module does with requests that reach no operation: problem details with a trace id, and the
 * headers that every answer has. Endpoints for operators are on another port.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> rejectsRequestsBeforeOperations() {
 *     return RequestEdgeChecks.ofApplication();
 * }
 * }</pre>
 */
public final class RequestEdgeChecks {
    private static final Map<String, String> SECURITY_HEADERS = Map.of(
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
            "strict-transport-security", "max-age=31536000; includeSubDomains",
            "referrer-policy", "no-referrer");

    // An upgrade to HTTP/2 would bypass the limits on connections. The header is ignored.
    private static final String UPGRADE =
            "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n" + "Connection: Upgrade, HTTP2-Settings\r\n";

    private static final List<String> FOR_OPERATORS = List.of(
            "/q",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/metrics",
            "/q/openapi",
            "/q/swagger-ui",
            "/q/info",
            "/q/dev-ui",
            "/health",
            "/metrics",
            "/openapi");

    private RequestEdgeChecks() {}

    public static Stream<DynamicTest> ofApplication() {
        return Stream.of(refusals(), cachingIsSaid(), AmbiguousRequests.ofApplication(), EndlessBodies.ofApplication())
                .flatMap(tests -> tests);
    }

    /** Every answer states its caching (RFC 9111, 4.2.2) and what it depends on, for every status. */
    private static Stream<DynamicTest> cachingIsSaid() {
        var token = "Authorization: Bearer " + TestIssuer.token(InvalidTokens.roles()) + "\r\n";
        var operations = OpenApiContract.ofApplication().operations().stream()
                .map(operation -> operation
                        .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000001")
                        .split(" "))
                .map(operation -> DynamicTest.dynamicTest(
                        "caching of " + operation[0] + " " + operation[1],
                        () -> Stream.of("", token)
                                .flatMap(caller -> Stream.of(
                                        head(operation[0], operation[1], caller),
                                        head(operation[0], operation[1] + "?no-such-parameter=1", caller),
                                        head("HEAD", operation[1], caller),
                                        head("PUT", operation[1], caller),
                                        head("OPTIONS", operation[1], caller),
                                        head(operation[0], operation[1] + "/", caller)))
                                .forEach(RequestEdgeChecks::verifyCaching)));
        return Stream.concat(
                operations,
                Stream.of(DynamicTest.dynamicTest(
                        "caching for operators", RequestEdgeChecks::verifyCachingForOperators)));
    }

    private static void verifyCaching(String request) {
        var answer = RawHttp.send(request);
        var said = answer.headers().get("cache-control");
        assertTrue(said != null, () -> answer.status() + " to " + request);
        assertTrue(answer.status() < 400 || said.equals("no-store"), () -> answer.status() + " says " + said);
        assertTrue(answer.headers().containsKey("vary"), () -> answer.status() + " to " + request);
        // An empty list of what is allowed.
        assertFalse(answer.body().contains(": ."), answer.body());
    }

    private static void verifyCachingForOperators() throws IOException, InterruptedException {
        for (var path : List.of("/live", "/ready", "/no-such-check")) {
            var answer = operators("/health" + path);
            assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"), path);
        }
    }

    private static Stream<DynamicTest> refusals() {
        var path = InvalidTokens.guardedPath();
        return Stream.concat(
                Stream.of(
                        // Of no character, overlong, half a character, half a surrogate pair.
                        notUtf8(path, "%ff"),
                        notUtf8(path, "%c0%af"),
                        notUtf8(path, "%e2%82"),
                        notUtf8(path, "%ed%a0%80"),
                        refused(414, get("/v1/" + "a".repeat(9_000), "")),
                        refused(414, get("/v1/x?y=" + "a".repeat(60_000), "")),
                        refused(431, get("/v1/x", "X-Long: " + "a".repeat(17_000) + "\r\n")),
                        refused(431, get("/v1/x", "X-Short: aaaaaaaaaaaaaaaa\r\n".repeat(1_000))),
                        refused(400, get("/v1/x", "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n")),
                        refused(413, head("POST", "/v1/x", "Content-Length: 1048577\r\n")),
                        refused(415, head("POST", "/v1/x", "Content-Encoding: gzip\r\nContent-Length: 0\r\n")),
                        refused(415, get("/v1/x", "Content-Encoding: identity, br\r\n")),
                        refused(415, get("/v1/x", "Content-Encoding: identity\r\nContent-Encoding: gzip\r\n")),
                        refused(401, get("/v1/x", "Content-Encoding: Identity\r\n")),
                        refused(401, get("/x", "")),
                        refused(401, get("/v1/no-such-path", "")),
                        refused(401, head("FOO", "/v1/x", "")),
                        refused(404, get("/v1/no-such-path", token())),
                        refused(401, get("/v1/no-such-path", UPGRADE)),
                        repeated("Idempotency-Key"),
                        repeated("If-Match"),
                        DynamicTest.dynamicTest("health is on its own port", RequestEdgeChecks::verifyHealth)),
                FOR_OPERATORS.stream().map(RequestEdgeChecks::isNotServed));
    }

    /** The headers that every answer has. */
    public static void verifyHeaders(Map<String, String> headers) {
        SECURITY_HEADERS.forEach((name, value) -> assertEquals(value, headers.get(name), name));
        assertTrue(headers.containsKey("api-version"), "API-Version");
        assertTrue(headers.containsKey("cache-control"), "Cache-Control");
    }

    private static DynamicTest refused(int status, String request) {
        var name = request.substring(0, Math.min(60, request.indexOf("\r\n"))) + " -> " + status;
        return DynamicTest.dynamicTest(name, () -> verifyRefusal(status, RawHttp.send(request)));
    }

    // Each header, also with another case in the second line, and also on a forwarded path.
    private static DynamicTest repeated(String header) {
        return DynamicTest.dynamicTest("two " + header + " -> 400", () -> {
            for (var path : List.of("/v1/x", "/v1/applications")) {
                var two = header + ": \"a\"\r\n" + header.toLowerCase(Locale.ROOT) + ": \"a\"\r\n";
                var answer = RawHttp.send(head("POST", path, token() + two));
                verifyRefusal(400, answer);
                var problem = JsonPath.from(answer.body());
                assertEquals(List.of("header"), problem.getList("violations.in"));
                assertEquals(List.of(header), problem.getList("violations.name"));
                assertEquals(List.of("REPEATED_PARAMETER"), problem.getList("violations.code"));
            }
        });
    }

    private static void verifyRefusal(int status, RawAnswer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(
                "application/problem+json", answer.headers().get("content-type").split(";")[0]);
        verifyHeaders(answer.headers());
        assertEquals(status == 415 ? "identity" : null, answer.headers().get("accept-encoding"));
        var problem = JsonPath.from(answer.body());
        assertEquals(status, problem.getInt("status"));
        assertEquals(ProblemType.ofStatus(status).uri(), problem.getString("type"));
        assertTrue(problem.getString("traceId").matches("[0-9a-f]{32}"), answer.body());
    }

    private static DynamicTest notUtf8(String path, String bytes) {
        return DynamicTest.dynamicTest(path + "?x=" + bytes + " -> 400", () -> {
            var token = "Authorization: Bearer " + TestIssuer.token(InvalidTokens.roles()) + "\r\n";
            var answer = RawHttp.send(get(path + "?x=" + bytes, token));
            verifyRefusal(400, answer);
            var violation = JsonPath.from(answer.body()).getMap("violations[0]");
            assertEquals("query", violation.get("in"), answer.body());
            assertEquals("x", violation.get("name"), answer.body());
            assertEquals("WRONG_ENCODING", violation.get("code"), answer.body());
        });
    }

    private static DynamicTest isNotServed(String path) {
        return DynamicTest.dynamicTest(path + " is not served", () -> {
            verifyRefusal(401, RawHttp.send(get(path, "")));
            verifyRefusal(404, RawHttp.send(get(path, token())));
        });
    }

    // Not with RestAssured, whose filters are for the public port.
    private static void verifyHealth() throws IOException, InterruptedException {
        var live = operators("/health/live");
        assertEquals(200, live.statusCode());
        assertEquals("UP", JsonPath.from(live.body()).getString("status"));
    }

    private static HttpResponse<String> operators(String path) throws IOException, InterruptedException {
        var management = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        var request = HttpRequest.newBuilder(URI.create(management + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String get(String path, String headers) {
        return head("GET", path, headers);
    }

    private static String head(String method, String path, String headers) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Connection: close\r\n\r\n";
    }

    private static String token() {
        return "Authorization: Bearer " + TestIssuer.token(InvalidTokens.roles()) + "\r\n";
    }
}
