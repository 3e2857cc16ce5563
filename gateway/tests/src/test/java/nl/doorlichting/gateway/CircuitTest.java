package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.lessThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The pause is longer than a wave of requests takes on a slow machine, so that no request of a second wave is a try. Nothing
 * waits for its end: the clock of the application is set ahead.
 */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(CircuitTest.LongPause.class)
class CircuitTest {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    public static final class LongPause implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "doorlichting.circuit.pause", PAUSE.toString(),
                    "doorlichting.circuit.at-once", String.valueOf(PLACES),
                    "doorlichting.report-cache.capacity", "0");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(ClockSetAhead.class);
        }
    }

    /** The time of this machine, or later. */
    @Alternative
    @Singleton
    public static final class ClockSetAhead extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration more) {
            ahead = ahead.plus(more);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    private static final int WAVE = 12;
    private static final int PLACES = 60;
    private static final int MOST_MILLIS_TO_CONNECT = 300;
    private static final Duration LESS_THAN_A_QUESTION_MAY_TAKE = Duration.ofSeconds(9);
    private static final String LIST = "/v1/training-types";
    private static final String REPORT = "/v1/reports/reach";
    private static final String NOT_ASKED =
            "training-service has as many requests as it can hold, or does not answer in time now: nothing was sent to it.";

    @Inject
    ClockSetAhead clock;

    @Inject
    PatientDeadlines deadlines;

    UpstreamStubs services;

    /** After the pause, so that the circuit which an earlier test opened closes with this answer. */
    @BeforeEach
    void trainingAnswers() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        services.training().stubFor(any(anyUrl()).willReturn(okJson(UpstreamStubs.expected("training-service/reach"))));
        services.reporting()
                .stubFor(any(anyUrl()).willReturn(okJson(UpstreamStubs.expected("reporting-service/reach"))));
        clock.advance(PAUSE);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(Role.ANALYST).get(LIST).statusCode() == 200);
    }

    @Test
    void answersSecondWaveAtOnce() throws Exception {
        asInProduction(this::assertSecondWaveIsAnsweredAtOnce);
    }

    private void assertSecondWaveIsAnsweredAtOnce() throws Exception {
        silenceTraining();
        wave(request -> request.get(LIST)).forEach(answer -> answer.then().statusCode(503));
        for (var answer : wave(request -> request.get(LIST))) {
            answer.then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/v1/problems/unavailable"))
                    .body("detail", equalTo(NOT_ASKED));
        }
        as(Role.TRAINING_COORDINATOR)
                .contentType("application/json")
                .body("{}")
                .post("/v1/training-sessions")
                .then()
                .statusCode(503)
                .body("detail", equalTo(NOT_ASKED));
        given().get(LIST).then().statusCode(401);
        assertAskedOnlyByFirstWave();
    }

    @Test
    void reportsWithoutPartOfServiceWhoseCircuitForwardedRequestsOpened() throws Exception {
        asInProduction(this::assertReportsWithoutPartOfService);
    }

    private void assertReportsWithoutPartOfService() throws Exception {
        silenceTraining();
        wave(request -> request.get(LIST));
        as(Role.ANALYST)
                .get(REPORT + "?complete=partial")
                .then()
                .statusCode(200)
                .body("complete", is(false));
        as(Role.ANALYST).get(REPORT).then().statusCode(503).body("missing", contains("training-service"));
        assertAskedOnlyByFirstWave();
    }

    @Test
    void opensByPartsOfReports() throws Exception {
        asInProduction(() -> {
            silenceTraining();
            wave(request -> request.get(REPORT));
            as(Role.ANALYST).get(LIST).then().statusCode(503).body("detail", equalTo(NOT_ASKED));
        });
    }

    @Test
    void closesWithFirstAnswer() throws Exception {
        asInProduction(() -> {
            silenceTraining();
            wave(request -> request.get(LIST));
            trainingAnswers();
            wave(request -> request.get(LIST)).forEach(answer -> answer.then().statusCode(200));
        });
    }

    @Test
    void staysClosedWhenServiceRefuses() throws Exception {
        RunningTime.check(() -> {
            trainingAnswers();
            services.training().stubFor(any(anyUrl()).willReturn(status(503)));
            for (int i = 0; i < 2; i++) {
                wave(request -> request.get(LIST));
            }
            services.training().verify(moreThanOrExactly(2 * WAVE), anyRequestedFor(anyUrl()));
        });
    }

    /** A request that outlived its caller would have its place until the end of its time, and count as silence of the service then. */
    @Test
    void staysClosedForCallersThatLeave() throws Exception {
        RunningTime.check(this::assertStaysClosedForCallersThatLeave);
    }

    private void assertStaysClosedForCallersThatLeave() throws Exception {
        trainingAnswers();
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(40)));
        leave(4 * PLACES);
        // So that each of them needs a place of its own.
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(1_000)));
        await().atMost(LESS_THAN_A_QUESTION_MAY_TAKE)
                .until(() -> wave(PLACES, request -> request.get(LIST)).stream()
                        .allMatch(answer -> answer.statusCode() == 200));
    }

    @Test
    void staysClosedForCallersThatLeaveBeforeThereIsConnection() throws Exception {
        RunningTime.check(this::assertStaysClosedWithoutConnections);
    }

    private void assertStaysClosedWithoutConnections() throws Exception {
        trainingAnswers();
        wave(request -> request.get(LIST)).forEach(answer -> answer.then().statusCode(200));
        var port = services.training().port();
        services.training().stop();
        var waiting = new ArrayList<Socket>();
        try (var service = new ServerSocket(port, 1)) {
            fillQueue(service, waiting);
            leave(WAVE);
            for (var i = 0; i < 2; i++) {
                // Its wait for a connection ends after those of the others.
                as(Role.ANALYST).get(LIST).then().statusCode(503).body("detail", not(equalTo(NOT_ASKED)));
            }
        } finally {
            for (var one : waiting) {
                one.close();
            }
            services.restartTraining(port);
        }
    }

    /** From then on the operating system answers no connection to this port. */
    private static void fillQueue(ServerSocket service, List<Socket> waiting) throws IOException {
        while (true) {
            var connection = new Socket();
            waiting.add(connection);
            try {
                connection.connect(service.getLocalSocketAddress(), MOST_MILLIS_TO_CONNECT);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
    }

    /** With the time limits of production, from when training-service answers. */
    private void asInProduction(RunningTime.Check check) throws Exception {
        RunningTime.check(() -> deadlines.onceAsInProduction(() -> {
            trainingAnswers();
            check.run();
        }));
    }

    private static void leave(int number) throws InterruptedException {
        var callers = Executors.newFixedThreadPool(Math.min(number, PLACES));
        try {
            callers.invokeAll(Collections.nCopies(number, CircuitTest::leave));
        } finally {
            callers.shutdown();
        }
    }

    private static boolean leave() throws IOException, InterruptedException {
        try (var caller = new Socket("127.0.0.1", RestAssured.port)) {
            var request = "GET %s HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(LIST, TestIssuer.token(Role.ANALYST));
            caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(4);
        }
        return true;
    }

    private void silenceTraining() {
        services.training().resetAll();
        services.training().stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(5_000)));
    }

    private void assertAskedOnlyByFirstWave() {
        services.training().verify(lessThanOrExactly(WAVE), anyRequestedFor(anyUrl()));
    }

    private static List<Response> wave(Function<RequestSpecification, Response> request) throws Exception {
        return wave(WAVE, request);
    }

    private static List<Response> wave(int size, Function<RequestSpecification, Response> request) throws Exception {
        var clients = Executors.newFixedThreadPool(size);
        try {
            Callable<Response> call = () -> request.apply(as(Role.ANALYST));
            return clients
                    .invokeAll(IntStream.range(0, size).mapToObj(client -> call).toList())
                    .stream()
                    .map(CircuitTest::done)
                    .toList();
        } finally {
            clients.shutdown();
        }
    }

    private static Response done(Future<Response> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role)).header("Accept-Language", "en");
    }
}
