package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.RevisionRoute;
import nl.doorlichting.platform.deadline.RequestDeadline;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the gateway waits for services, and that they learn of it when it does not wait any more. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class UpstreamDeadlineTest {
    private static final String AS_OF = "asOf=2026-01-01T00:00:00Z";
    private static final int PATIENCE_MILLIS = 15_000;

    @Inject
    PatientDeadlines deadlines;

    UpstreamStubs services;

    @BeforeEach
    void servicesAnswer() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        services.training().stubFor(any(anyUrl()).willReturn(okJson(UpstreamStubs.expected("training-service/reach"))));
        services.reporting()
                .stubFor(any(anyUrl()).willReturn(okJson(UpstreamStubs.expected("reporting-service/reach"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/reach-observations?programme=asOf, 1700",
        "/v1/reach-statistics?by=period%2Ctrack, 1700",
        "/v1/reach-statistics?by=period%2Ctrack%2CactionLine, 11700",
        "/v1/reach-statistics?" + AS_OF + ", 11700",
        "/v1/reach-observations/csv, 11700",
        "/v1/reports/reach, 1400",
        "/v1/reports/reach?" + AS_OF + ", 11400"
    })
    void statesRestOfTimeOfQuestionWhateverItsClientStates(String question, long most) throws Exception {
        deadlines.asInProduction(() -> assertStatesRestOfTime(question, most));
    }

    private void assertStatesRestOfTime(String question, long most) {
        services.reporting().resetRequests();
        for (var forged : List.of("1", "60000", "soon")) {
            as(Role.ANALYST).header(RequestDeadline.HEADER, forged).get(question);
        }
        var asked = requests(services.reporting());
        assertEquals(3, asked.size());
        for (var request : asked) {
            assertEquals(1, request.header(RequestDeadline.HEADER).values().size());
            var stated = Long.parseLong(request.getHeader(RequestDeadline.HEADER));
            assertTrue(stated <= most && stated > most - 1300, stated + " of " + most);
        }
    }

    @Test
    void statesNoDeadlineForWrite() {
        as(Role.RESEARCHER)
                .header(RequestDeadline.HEADER, "1")
                .contentType("application/json")
                .body("{}")
                .post("/v1/lessons");
        assertFalse(requests(services.reporting()).get(0).containsHeader(RequestDeadline.HEADER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/reach-statistics", "/v1/reports/reach"})
    void waitsLongerForWideQuestion(String question) throws Exception {
        services.reporting()
                .stubFor(any(anyUrl())
                        .willReturn(okJson(UpstreamStubs.expected("reporting-service/reach"))
                                .withFixedDelay(2500)));
        deadlines.asInProduction(() -> {
            var wide = CompletableFuture.supplyAsync(() -> as(Role.ANALYST).get(question + "?" + AS_OF));
            as(Role.ANALYST).get(question).then().statusCode(503).time(lessThan(2000L));
            wide.join().then().statusCode(200);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/training-statistics?", "/v1/reports/training?", "/v1/reports/reach?"})
    void missesServiceThatIsDownWithinTwoSecondsWhateverTheQuestion(String question) {
        var port = services.training().port();
        services.training().stop();
        try {
            as(Role.ANALYST)
                    .get(question + AS_OF)
                    .then()
                    .statusCode(503)
                    .time(lessThan(2000L))
                    .body("type", is("/v1/problems/unavailable"));
        } finally {
            services.restartTraining(port);
        }
    }

    /** The service ends what it does for a request once its connection is closed. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/training-statistics?", "/v1/reports/training?"})
    void endsRequestToServiceWhenClientLeaves(String question) throws IOException {
        var port = services.training().port();
        services.training().stop();
        try (var service = new ServerSocket(port)) {
            var client = new Socket("localhost", RestAssured.port);
            client.getOutputStream()
                    .write(("GET " + question + AS_OF + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + TestIssuer.token(Role.ANALYST) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            try (var asked = request(service)) {
                client.close();
                assertEquals(-1, asked.getInputStream().read());
            }
        } finally {
            services.restartTraining(port);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/training-statistics", "/v1/reports/training"})
    void endsRequestToServiceAtDeadline(String question) throws Exception {
        var port = services.training().port();
        services.training().stop();
        try (var service = new ServerSocket(port)) {
            deadlines.asInProduction(
                    () -> as(Role.ANALYST).get(question).then().statusCode(503).time(lessThan(2000L)));
            try (var asked = request(service)) {
                assertEquals(-1, asked.getInputStream().read());
            }
        } finally {
            services.restartTraining(port);
        }
    }

    /** The connection of a request of which the head is read. */
    private static Socket request(ServerSocket service) throws IOException {
        service.setSoTimeout(PATIENCE_MILLIS);
        var connection = service.accept();
        connection.setSoTimeout(PATIENCE_MILLIS);
        var head = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        Stream.generate(() -> line(head)).takeWhile(line -> !line.isEmpty()).forEach(line -> {});
        return connection;
    }

    private static String line(BufferedReader head) {
        try {
            return head.readLine();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role)).urlEncodingEnabled(false);
    }

    /** Without the question for revisions, which belongs to no request. */
    private static List<LoggedRequest> requests(WireMockServer service) {
        return service.findAll(WireMock.anyRequestedFor(anyUrl())).stream()
                .filter(request -> !request.getUrl().equals(RevisionRoute.PATH))
                .toList();
    }
}
