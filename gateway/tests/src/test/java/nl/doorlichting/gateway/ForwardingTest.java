package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import nl.doorlichting.gateway.clients.ServiceCircuits;
import nl.doorlichting.gateway.clients.ServiceCircuits.Attempt;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.testing.access.Confidentiality;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stubs return any body, so bodies are not checked against the contract. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ForwardingTest {
    private static final String TALLIES = "/v1/reach-tallies";
    private static final int LONG_RESPONSE = 30_000;
    private static final int MORE_THAN_BUFFERS_HOLD = 10_000_000;
    private static final String PROBLEM = "{\"type\":\"/v1/problems/x\",\"detail\":\"é\"}";

    UpstreamStubs services;

    @Inject
    PatientDeadlines deadlines;

    @Inject
    RunningRequests running;

    @Inject
    ServiceCircuits circuits;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI gateway;

    @BeforeEach
    void stubServices() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        reporting(okJson("{\"from\":\"reporting\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programmes, funding",
        "/v1/budget-lines/1, funding",
        "/v1/budget-statistics, funding",
        "/v1/organisations/GM0988, funding",
        "/v1/training-types, training",
        "/v1/training-statistics, training",
        "/v1/codelists/training-types, training",
        "/v1/inventory-rounds, reporting",
        "/v1/published-tables, reporting",
        "/v1/reach-statistics, reporting"
    })
    void forwardsPathToItsOwner(String path, String owner) {
        services.funding().stubFor(any(anyUrl()).willReturn(okJson("{\"from\":\"funding\"}")));
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{\"from\":\"training\"}")));
        given().get(path).then().statusCode(200).body("from", is(owner));
    }

    @Test
    void forwardsRequestUnchanged() {
        var body = "{\"text\":\"" + "é".repeat(300_000) + "\"}";
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .header("Authorization", "Bearer not-judged-here")
                .header("Idempotency-Key", "k1")
                .header("If-Match", "\"1\"")
                .header("Accept-Language", "nl")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(TALLIES + "?a=1%2F2&a=%C3%A9&b=x+y")
                .then()
                .statusCode(200);
        services.reporting()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(TALLIES + "?a=1%2F2&a=%C3%A9&b=x+y"))
                                .withHeader("Authorization", equalTo("Bearer not-judged-here"))
                                .withHeader("Idempotency-Key", equalTo("k1"))
                                .withHeader("If-Match", equalTo("\"1\""))
                                .withHeader("Accept-Language", equalTo("nl"))
                                .withHeader("Content-Type", equalTo("application/json"))
                                .withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]"))
                                .withRequestBody(equalTo(body)));
    }

    @Test
    void replacesForwardedHeadersOfTheCaller() {
        given().header("X-Forwarded-For", "192.0.2.1")
                .header("Forwarded", "for=192.0.2.1")
                .get(TALLIES)
                .then()
                .statusCode(200);
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(TALLIES))
                                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                                .withoutHeader("Forwarded"));
    }

    @Test
    void forwardsChunkedBodyUpToItsLimit() throws Exception {
        assertEquals(200, post(TALLIES, inChunks(1 << 20)).statusCode());
        services.reporting()
                .verify(1, postRequestedFor(urlEqualTo(TALLIES)).withHeader("Transfer-Encoding", equalTo("chunked")));
        for (int bytes : new int[] {(1 << 20) + 1, 5 << 20}) {
            var refused = post(TALLIES, inChunks(bytes));
            assertEquals(413, refused.statusCode());
            assertTrue(refused.body().contains("/v1/problems/payload-too-large"), refused.body());
        }
        // A refusal does not delay the shutdown of the gateway either.
        await().atMost(Duration.ofSeconds(30)).until(running::list, empty());
        services.reporting().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void forwardsDocumentsLargerThanOtherBodies() throws Exception {
        services.funding()
                .stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Content-Disposition", "attachment")));
        var path = "/v1/applications/1/documents";
        var passed = post(path, inChunks(20 << 20));
        assertEquals(200, passed.statusCode());
        assertEquals(
                "attachment", passed.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals(
                200, post(path, BodyPublishers.ofByteArray(new byte[20 << 20])).statusCode());
        assertEquals(413, post(path, inChunks(22 << 20)).statusCode());
        assertEquals(
                413, post(path, BodyPublishers.ofByteArray(new byte[22 << 20])).statusCode());
        services.funding().verify(2, postRequestedFor(urlEqualTo(path)));
    }

    private static BodyPublisher inChunks(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        var request = HttpRequest.newBuilder(gateway.resolve(path))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: a=b",
                "Forwarded: for=10.0.0.1;host=elsewhere.example",
                "X-Forwarded-For: 10.0.0.1",
                "X-Forwarded-Host: elsewhere.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /v2",
                "X-Original-URL: /v1/projects",
                "X-HTTP-Method-Override: DELETE",
                "X-Real-IP: 10.0.0.1",
                "X-Roles: ANALYST",
                "X-User: user-1",
                "X-Authorization: Bearer a",
                "Proxy-Authorization: Bearer a",
                "Range: bytes=0-1",
                "X-Anything: x"
            })
    void dropsOtherHeaders(String header) throws IOException {
        var name = header.substring(0, header.indexOf(':'));
        var token = "Authorization: Bearer not-judged-here\r\n";
        var answer = raw("GET " + TALLIES + " HTTP/1.1", token + header + "\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        // The header that the gateway sets has nothing of the client's own header.
        services.reporting()
                .verify(
                        0,
                        getRequestedFor(urlEqualTo(TALLIES))
                                .withHeader(
                                        name,
                                        containing(header.substring(name.length() + 1)
                                                .strip())));
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(TALLIES))
                                .withHeader("Authorization", equalTo("Bearer not-judged-here")));
    }

    @Test
    void setsHostOfTheService() throws IOException {
        var answer = raw("GET " + TALLIES + " HTTP/1.1", "X-Host: a\r\nAccept-Encoding: gzip\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(TALLIES))
                                .withHeader(
                                        "Host",
                                        matching("(localhost|127\\.0\\.0\\.1):"
                                                + services.reporting().port()))
                                .withHeader("Accept-Encoding", equalTo("identity")));
    }

    /** With WebSocket support the proxy would forward such a request without its checks. */
    @Test
    void forwardsWebSocketRequestAsPlainRequest() throws IOException {
        var answer = raw(
                "GET " + TALLIES + " HTTP/1.1",
                "Connection: Upgrade\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "X-Forwarded-For: 10.0.0.1\r\n"
                        + "X-Roles: ANALYST\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        services.reporting()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(TALLIES))
                                .withoutHeader("Upgrade")
                                .withoutHeader("Sec-WebSocket-Key")
                                .withoutHeader("X-Roles"));
        services.reporting()
                .verify(0, getRequestedFor(urlEqualTo(TALLIES)).withHeader("X-Forwarded-For", containing("10.0.0.1")));
    }

    @Test
    void keepsTokenThatConnectionHeaderNames() throws IOException {
        var token = "Authorization: Bearer not-judged-here\r\n";
        raw("GET " + TALLIES + " HTTP/1.1", token + "Connection: close, Authorization\r\n");
        services.reporting().verify(0, getRequestedFor(urlEqualTo(TALLIES)).withoutHeader("Authorization"));
    }

    @Test
    void returnsEachResponseHeaderOnce() {
        reporting(aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withHeader("Location", TALLIES + "/1")
                .withHeader("ETag", "\"1\"")
                .withHeader("Idempotency-Replayed", "true")
                .withHeader("API-Version", "9.9.9")
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Server", "inside")
                .withHeader("Set-Cookie", "a=b")
                .withBody("{}"));
        var answer = given().post(TALLIES).then().statusCode(201).extract();
        assertEquals(List.of(TALLIES + "/1"), answer.headers().getValues("Location"));
        assertEquals(List.of("\"1\""), answer.headers().getValues("ETag"));
        assertEquals(List.of("true"), answer.headers().getValues("Idempotency-Replayed"));
        assertEquals(List.of("1.0.0"), answer.headers().getValues("API-Version"));
        assertEquals(List.of("nosniff"), answer.headers().getValues("X-Content-Type-Options"));
        assertEquals(List.of(), answer.headers().getValues("Server"));
        assertEquals(List.of(), answer.headers().getValues("Set-Cookie"));
        assertEquals(List.of(), answer.headers().getValues("Warning"));
        assertEquals("{}", answer.asString());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 410, 412, 415, 428, 500, 503})
    void returnsProblemsUnchanged(int status) {
        reporting(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("WWW-Authenticate", "Bearer")
                .withHeader("Allow", "GET, HEAD, POST")
                .withHeader("Retry-After", "7")
                .withHeader("Cache-Control", "no-store")
                .withBody(PROBLEM));
        var answer = given().delete(TALLIES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .header("Allow", "GET, HEAD, POST")
                .header("Retry-After", "7")
                .header("Cache-Control", "no-store")
                .extract();
        assertEquals(PROBLEM, new String(answer.asByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void returnsResponsesWithoutBody() {
        reporting(aResponse().withStatus(304).withHeader("ETag", "\"1\""));
        given().header("If-None-Match", "\"1\"")
                .get(TALLIES)
                .then()
                .statusCode(304)
                .header("ETag", "\"1\"")
                // Some clients wait for the chunks that it announces.
                .header("Transfer-Encoding", nullValue());
        services.forgetAll();
        reporting(aResponse().withStatus(204));
        given().delete(TALLIES + "/1").then().statusCode(204).header("Transfer-Encoding", nullValue());
        services.forgetAll();
        reporting(okJson("{\"from\":\"reporting\"}"));
        given().head(TALLIES).then().statusCode(200).header("Content-Type", "application/json");
    }

    @Test
    void returnsLongResponses() {
        reporting(okJson("\"" + "x".repeat(5_000_000) + "\""));
        assertEquals(5_000_002, given().get(TALLIES).asByteArray().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void givesUpReadOfSilentService(String method) throws Exception {
        reporting(okJson("{}").withFixedDelay(5000));
        deadlines.asInProduction(() -> {
            try (var time = RunningTime.start()) {
                analyst()
                        .request(method, TALLIES)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .header("Cache-Control", "no-store")
                        .header("API-Version", "1.0.0");
                assertThat(time.taken().toMillis(), lessThan(2000L));
            }
        });
    }

    @Test
    void statesWhatReadOfSilentServiceNeeds() throws Exception {
        reporting(okJson("{}").withFixedDelay(5000));
        deadlines.asInProduction(() -> analyst()
                .get(TALLIES)
                .then()
                .statusCode(503)
                .body("detail", is("The service that has this did not answer in the time of the question."))
                .body("needs", is(2)));
        reporting(aResponse().withFault(Fault.EMPTY_RESPONSE));
        analyst().get(TALLIES).then().statusCode(503).body("$", not(hasKey("needs")));
    }

    @Test
    void waitsLongerForWrite() throws Exception {
        reporting(okJson("{}").withFixedDelay(2500));
        deadlines.onceAsInProduction(
                () -> given().body("{}").post(TALLIES).then().statusCode(200));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void isUnavailableWhenServiceBreaksConnection(Fault fault) {
        reporting(aResponse().withFault(fault));
        analyst()
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .contentType("application/json")
                .body("{}")
                .post(TALLIES)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", is("/v1/problems/outcome-unknown"))
                .body("instance", is(TALLIES))
                .body("traceId", is("0af7651916cd43dd8448eb211c80319c"))
                .body("violations.size()", is(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void sendsReadAgainWhenConnectionCloses(Fault fault) {
        closesFirstConnection(fault);
        analyst().get(TALLIES).then().statusCode(200);
        services.reporting().verify(2, anyRequestedFor(anyUrl()));
    }

    private void closesFirstConnection(Fault fault) {
        services.reporting()
                .stubFor(any(anyUrl())
                        .inScenario("closing")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(aResponse().withFault(fault))
                        .willSetStateTo("open"));
        services.reporting()
                .stubFor(any(anyUrl())
                        .inScenario("closing")
                        .whenScenarioStateIs("open")
                        .willReturn(okJson("{}")));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void sendsWriteWithKeyAgainWhenConnectionCloses(Fault fault) {
        var body = "{\"unknown\":\"" + "é".repeat(1_000) + "\"}";
        closesFirstConnection(fault);
        analyst()
                .header("Idempotency-Key", "one")
                .contentType("application/json")
                .body(body)
                .post(TALLIES)
                .then()
                .statusCode(200);
        services.reporting()
                .verify(
                        2,
                        postRequestedFor(urlEqualTo(TALLIES))
                                .withHeader("Idempotency-Key", equalTo("one"))
                                .withRequestBody(equalTo(body)));
    }

    @Test
    void sendsWriteOnceThatMayBeDoubled() {
        closesFirstConnection(Fault.EMPTY_RESPONSE);
        analyst()
                .header("Idempotency-Key", "large")
                .contentType("application/json")
                .body("\"" + "x".repeat(300_000) + "\"")
                .post(TALLIES)
                .then()
                .statusCode(503);
        services.reporting().verify(1, anyRequestedFor(anyUrl()));
        services.training().stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        given().header("Idempotency-Key", "not taken")
                .contentType("application/json")
                .body("{}")
                .post("/v1/training-sessions/6a4b1c5e-0d0c-4f1e-9a53-7d6f5f0e1a01/evaluations")
                .then()
                .statusCode(503)
                .body("type", is("/v1/problems/outcome-unknown"));
        services.training().verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void isUnavailableWhenServiceIsDown() {
        withoutTraining(
                () -> analyst().get("/v1/training-types").then().statusCode(503).time(lessThan(2000L)));
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{}")));
        given().get("/v1/training-types").then().statusCode(200);
    }

    @Test
    void refusesMissingTokenWhenServiceIsDown() {
        withoutTraining(() -> {
            refused(given(), "Bearer");
            var expired = TestIssuer.token().roles("ANALYST").expired().sign();
            refused(given().auth().oauth2(expired), "Bearer error=\"invalid_token\"");
            var unsigned = TestIssuer.token().roles("ANALYST").unsigned();
            refused(given().auth().oauth2(unsigned), "Bearer error=\"invalid_token\"");
        });
        services.training().verify(0, anyRequestedFor(anyUrl()));
    }

    private static void refused(RequestSpecification stranger, String challenge) {
        for (var method : List.of("GET", "POST", "DELETE")) {
            stranger.request(method, "/v1/training-types")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", challenge)
                    .header("API-Version", "1.0.0")
                    .header("Cache-Control", "no-store")
                    .body("type", is("/v1/problems/not-authenticated"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Tijdelijk niet beschikbaar | De service die dit gegeven heeft, antwoordt nu niet.",
                "en | Temporarily unavailable | The service that has this does not answer now."
            })
    void wordsUnavailabilityInLanguageOfClient(String language, String title, String detail) {
        reporting(aResponse().withFault(Fault.EMPTY_RESPONSE));
        given().header("Accept-Language", language)
                .get("/v1/catalogue")
                .then()
                .statusCode(503)
                .header("Content-Language", language)
                .header("Vary", "accept-language")
                .body("title", is(title))
                .body("detail", is(detail));
    }

    @Test
    void keepsLanguageOfTheService() {
        reporting(aResponse()
                .withStatus(400)
                .withHeader("Content-Type", "application/problem+json")
                .withHeader("Content-Language", "nl")
                .withHeader("Vary", "accept-language")
                .withBody(PROBLEM));
        given().header("Accept-Language", "nl")
                .delete(TALLIES)
                .then()
                .statusCode(400)
                .header("Content-Language", "nl")
                .header("Vary", "accept-language");
    }

    @Test
    void isUnavailableWithoutTokenForPublicOperations() {
        reporting(aResponse().withFault(Fault.EMPTY_RESPONSE));
        given().get("/v1/catalogue").then().statusCode(503);
        given().head("/v1/catalogue").then().statusCode(503);
        given().delete("/v1/catalogue").then().statusCode(401);
    }

    private void withoutTraining(Runnable test) {
        var port = services.training().port();
        services.training().stop();
        try {
            test.run();
        } finally {
            services.restartTraining(port);
        }
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(TestIssuer.token("ANALYST"));
    }

    @Test
    void abortsBrokenResponse() {
        reporting(aResponse().withStatus(200).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        var request = HttpRequest.newBuilder(gateway.resolve(TALLIES)).build();
        assertThrows(IOException.class, () -> HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()));
    }

    /** A file that ends early must not look whole to the client. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4000000", "Transfer-Encoding: chunked"})
    void abortsFileThatServiceBreaksOff(String framing) throws Exception {
        var sent = 2_000_000;
        var port = services.training().port();
        services.training().stop();
        try (var service = new ServerSocket(port)) {
            var serving = CompletableFuture.runAsync(() -> breakOff(service, framing, sent));
            var request = HttpRequest.newBuilder(gateway.resolve("/v1/training-types"))
                    .build();
            var received = new ByteArrayOutputStream();
            var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
            assertEquals(200, response.statusCode());
            assertThrows(IOException.class, () -> response.body().transferTo(received));
            assertTrue(received.size() > 0 && received.size() <= sent, () -> received.size() + " bytes");
            serving.get(1, TimeUnit.MINUTES);
        } finally {
            services.restartTraining(port);
        }
    }

    /** The next write may have the connection already. */
    @Test
    void keepsConnectionOfAnsweredWriteWhoseCallerLeaves() throws Exception {
        var port = services.training().port();
        services.training().stop();
        try (var service = new ServerSocket(port)) {
            var leaver = new Socket(gateway.getHost(), gateway.getPort());
            leaver.getOutputStream().write(write("{}").getBytes(StandardCharsets.US_ASCII));
            try (var connection = service.accept()) {
                readWrite(connection, "{}");
                respond(connection, "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
                readUntil(leaver, "{");
                leaver.setSoLinger(true, 0);
                leaver.close();
                await().until(running::list, empty());
                respond(connection, "1\r\n}\r\n0\r\n\r\n");

                var next = CompletableFuture.supplyAsync(() -> given().contentType("application/json")
                        .body("[]")
                        .post("/v1/training-sessions")
                        .statusCode());
                readWrite(connection, "[]");
                respond(connection, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                assertEquals(403, next.get(1, TimeUnit.MINUTES));
            }
        } finally {
            services.restartTraining(port);
        }
    }

    /** Or the timer would keep each write in memory for as long as a slow body has a place. */
    @Test
    void endsTimerOfWriteWithItsBody() throws ReflectiveOperationException {
        given().contentType("application/json").body("{}").post(TALLIES).then().statusCode(200);
        assertThat(timersOfForwarding(), empty());
    }

    private List<String> timersOfForwarding() throws ReflectiveOperationException {
        var found = new ArrayList<String>();
        for (var timer : ((Map<?, ?>) field(vertx, "timeouts")).values()) {
            found.add(field(timer, "handler").getClass().getName());
        }
        found.removeIf(name -> !name.contains(".forwarding."));
        return found;
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        var field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    /** Such a write can be sent again, also without a key. */
    @Test
    void saysThatWriteWithoutConnectionIsNotSent() throws Exception {
        var port = services.training().port();
        services.training().stop();
        var waiting = new ArrayList<Socket>();
        try (var service = new ServerSocket(port, 1)) {
            while (isAccepted(service, waiting)) {
                // Until the queue of the service is full.
            }
            given().auth()
                    .oauth2(TestIssuer.token("ANALYST"))
                    .contentType("application/json")
                    .body("{}")
                    .post("/v1/training-sessions")
                    .then()
                    .statusCode(503)
                    .body("type", is("/v1/problems/unavailable"));
        } finally {
            for (var socket : waiting) {
                socket.close();
            }
            services.restartTraining(port);
        }
    }

    /** The proxy would end the request to the service when its response finds no caller, and here there is none. */
    @Test
    void logsNoErrorWhenCallerLeavesWithUnsentWritesUnanswered() throws Exception {
        var places = freePlacesOfTraining();
        reporting(okJson("\"" + "x".repeat(LONG_RESPONSE) + "\""));
        await().until(running::list, empty());
        var log = Confidentiality.captureLog(() -> withoutTraining(this::leaveWithUnreadResponses));
        assertThat(log, not(hasItem(containsString("Uncaught exception"))));
        await().until(this::freePlacesOfTraining, is(places));
    }

    // Until the response to a read waits for a client that reads none, and behind it those to writes.
    private void leaveWithUnreadResponses() {
        try (var leaver = new Socket()) {
            leaver.setReceiveBufferSize(1);
            leaver.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
            leaver.setSoLinger(true, 0);
            for (var i = 0; i < MORE_THAN_BUFFERS_HOLD / LONG_RESPONSE; i++) {
                leaver.getOutputStream()
                        .write((write("{}") + "GET " + TALLIES + "?n=" + i + " HTTP/1.1\r\nHost: gateway\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            var waiting = new AtomicReference<List<String>>(List.of());
            await().atMost(Duration.ofMinutes(1))
                    .during(Duration.ofMillis(500))
                    .until(() -> !running.list().isEmpty() && running.list().equals(waiting.getAndSet(running.list())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        await().until(running::list, empty());
    }

    private int freePlacesOfTraining() {
        var taken = Stream.generate(() -> circuits.attempt(Service.TRAINING, true))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList();
        taken.forEach(Attempt::abandoned);
        return taken.size();
    }

    private static boolean isAccepted(ServerSocket service, List<Socket> waiting) throws IOException {
        var socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress("localhost", service.getLocalPort()), 500);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    private static String write(String body) {
        return "POST /v1/training-sessions HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void readWrite(Socket connection, String body) throws IOException {
        readUntil(connection, "\r\n\r\n" + body);
    }

    private static void readUntil(Socket connection, String end) throws IOException {
        var read = new StringBuilder();
        while (!read.toString().endsWith(end)) {
            var next = connection.getInputStream().read();
            assertTrue(next >= 0, () -> "closed after: " + read);
            read.append((char) next);
        }
    }

    private static void respond(Socket connection, String bytes) throws IOException {
        connection.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }

    private static void breakOff(ServerSocket service, String framing, int bytes) {
        try (var caller = service.accept()) {
            var request = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            while (!request.readLine().isEmpty()) {
                // The request has no body.
            }
            var head = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n" + framing + "\r\n\r\n";
            // The last chunk, of no bytes, is not sent.
            var chunk = framing.startsWith("Transfer") ? Integer.toHexString(bytes) + "\r\n" : "";
            var body = caller.getOutputStream();
            body.write((head + chunk + "x".repeat(bytes) + (chunk.isEmpty() ? "" : "\r\n"))
                    .getBytes(StandardCharsets.US_ASCII));
            body.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/reach-tallies/",
                "/v1/reach-tallies/%2e%2e",
                "/v1/reach-tallies/..%2Fprojects",
                "/v1/reach-tallies/../reach-tallies/x/y",
                "/v1//reach-tallies",
                "/v1/reach-tallies/1/2",
                "/v1/reach-tallies%2F1",
                "/v1/nothing"
            })
    void forwardsNoOtherPath(String path) throws IOException {
        assertTrue(raw("GET " + path + " HTTP/1.1", "").startsWith("HTTP/1.1 401"), path);
        var token = "Authorization: Bearer " + TestIssuer.token("ANALYST") + "\r\n";
        assertTrue(raw("GET " + path + " HTTP/1.1", token).startsWith("HTTP/1.1 404"), path);
        services.reporting().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void ignoresHostOfTheRequestTarget() throws IOException {
        assertTrue(raw("GET http://elsewhere.example" + TALLIES + "?a=b HTTP/1.1", "")
                .startsWith("HTTP/1.1 200"));
        services.reporting().verify(1, getRequestedFor(urlEqualTo(TALLIES + "?a=b")));
    }

    /** Without asking the service, which a client without a token cannot tell from one that is unavailable. */
    @Test
    void answersOptionsOfForwardedPaths() {
        given().options(TALLIES)
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, POST, OPTIONS")
                .header("Accept-Patch", nullValue())
                .header("Cache-Control", "no-store");
        given().options("/v1/projects/1")
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, PATCH, OPTIONS")
                .header("Accept-Patch", MergePatch.MEDIA_TYPE);
        given().options("/v1/projects/csv")
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, OPTIONS")
                .header("Accept-Patch", nullValue());
        given().options("/v1/me").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        given().options("/v1/no-such-path").then().statusCode(401);
        services.reporting().verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void hasNoCorsUnlessConfigured() {
        given().header("Origin", "https://frontend.example")
                .get(TALLIES)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private void reporting(ResponseDefinitionBuilder answer) {
        services.reporting().stubFor(any(anyUrl()).willReturn(answer));
    }

    private String raw(String requestLine, String headers) throws IOException {
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            var request = requestLine + "\r\nHost: gateway\r\n" + headers + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
