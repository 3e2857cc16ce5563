package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.metrics.MonitoredMetrics;
import nl.doorlichting.platform.testing.metrics.PrometheusMetrics;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests are counted by operation, so a client cannot make more series than there are operations. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(RequestMetricsTest.OwnApplication.class)
class RequestMetricsTest {
    /** Without the series of other tests. */
    public static final class OwnApplication implements QuarkusTestProfile {}

    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PROPFIND", "OPTIONS");
    private static final Set<String> METHODS_OF_OPERATIONS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    UpstreamStubs services;

    @TestHTTPResource
    URI gateway;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeEach
    void stubServices() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        for (var service : List.of(services.funding(), services.training(), services.reporting())) {
            service.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        }
    }

    @Test
    void countsByOperationMethodAndStatus() {
        given().get("/v1/projects/" + UUID.randomUUID()).then().statusCode(200);
        given().get("/v1/municipalities/GM0001").then().statusCode(404);
        given().auth()
                .oauth2(TestIssuer.token(Role.GRANTEE))
                .get("/v1/reports/finances")
                .then()
                .statusCode(403);
        counted("GET", "200", "/v1/projects/{id}");
        // Refused requests are counted by status only.
        counted("GET", "404", "/refused");
        counted("GET", "403", "/refused");
    }

    private void counted(String method, String status, String uri) {
        var labels = List.of("method=\"" + method, "status=\"" + status, "uri=\"" + uri + "\"");
        assertTrue(
                scrape().stream()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                        .anyMatch(line -> labels.stream().allMatch(line::contains)),
                () -> labels + " is not in " + String.join("\n", scrape()));
    }

    @Test
    void makesNoSeriesForUnknownPaths() {
        var random = new Random(4711);
        askFor(random, 100);
        var before = labels();
        askFor(random, 1000);
        assertEquals(before, labels());
        assertTrue(before.contains("uri=\"/refused\""), before.toString());
        assertTrue(before.stream().noneMatch(label -> label.contains("invented")), before.toString());
        assertTrue(before.contains("method=\"OTHER\""), before.toString());
    }

    @Test
    void recordsDurationsInBuckets() throws Exception {
        RunningTime.check(() -> {
            var before = withinOneSecond();
            given().get("/v1/projects/" + UUID.randomUUID()).then().statusCode(200);
            given().get("/v1/invented").then().statusCode(401);
            await().until(() -> withinOneSecond() >= before + 2);
        });
    }

    private double withinOneSecond() {
        return scrape().stream()
                .filter(line -> line.startsWith("doorlichting_requests_seconds_bucket{"))
                .filter(line -> line.contains("method=\"GET\"") && line.contains("le=\"1.0\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** A scanner asks each operation without a token, without a role, with a bad body, and while all services are down. */
    @Test
    void hasFewSeriesAfterErrorScan() {
        var operations = operations();
        assertTrue(operations.size() > 350, operations::toString);
        allAnswer(403);
        var grantee = TestIssuer.token(Role.GRANTEE);
        for (var operation : operations) {
            asked(null, operation, "");
            asked(grantee, operation, "{}");
            asked(grantee, operation, "no JSON");
        }
        var scanned = scrape().size();
        assertTrue(scanned < 1000, () -> scanned + " series");
        allAnswer(500);
        var analyst = TestIssuer.token(Role.ANALYST);
        operations.forEach(operation -> asked(analyst, operation, "{}"));
        var failed = scrape().size();
        assertTrue(failed < 2000, () -> failed + " series");
    }

    private void allAnswer(int status) {
        services.forgetAll();
        for (var service : List.of(services.funding(), services.training(), services.reporting())) {
            service.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
        }
    }

    private record Operation(String method, String path) {}

    private static List<Operation> operations() {
        var paths = given().get("/v1/openapi.json").jsonPath().<Map<String, Map<String, Object>>>get("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .filter(METHODS_OF_OPERATIONS::contains)
                        .map(method -> new Operation(
                                method,
                                "/v1"
                                        + path.getKey()
                                                .replaceAll(
                                                        "\\{[^}]*}",
                                                        UUID.randomUUID().toString()))))
                .toList();
    }

    private void asked(String token, Operation operation, String body) {
        send(token, operation.method(), operation.path(), operation.method().equals("GET") ? "" : body);
    }

    // A plain client, because there are thousands of requests.
    private void send(String token, String method, String path, String body) {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            CLIENT.send(request.build(), BodyHandlers.discarding());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(path, failed);
        }
    }

    private Set<String> labels() {
        return scrape().stream()
                .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                .flatMap(line ->
                        Pattern.compile("(uri|method)=\"[^\"]*\"").matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void askFor(Random random, int count) {
        var token = TestIssuer.token(Role.ANALYST);
        for (int i = 0; i < count; i++) {
            var id = "invented-" + Long.toHexString(random.nextLong());
            var path = List.of("/v1/projects/" + id, "/v1/municipalities/" + id, "/v1/" + id, "/" + id + "/" + id)
                    .get(i % 4);
            send(i % 3 == 0 ? null : token, METHODS.get(random.nextInt(METHODS.size())), path, "");
        }
    }

    @Test
    void exposesAllWatchedFigures() {
        given().get("/v1/projects/" + UUID.randomUUID()).then().statusCode(200);
        MonitoredMetrics.assertShown("gateway", PrometheusMetrics.at(metrics));
    }

    @Test
    void exposesNoFiguresAtThePublicPort() {
        for (var path : List.of("/q/metrics", "/metrics", "/v1/metrics")) {
            given().get(path).then().statusCode(401);
            given().auth()
                    .oauth2(TestIssuer.token(Role.ANALYST))
                    .get(path)
                    .then()
                    .statusCode(404);
        }
    }

    private List<String> scrape() {
        return given().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }
}
