package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.time.RunningTime;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two services that answer writes late, each with more of them than may wait for it, as many as the gateway has places for. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
@TestProfile(SlowServicesTest.FewPlaces.class)
class SlowServicesTest {
    private static final int AT_ONCE = 5;
    private static final int WRITES = 4;
    private static final int PLACES = 3 * AT_ONCE + 1;
    private static final String TRAININGS = "/v1/training-sessions";
    private static final String OBSERVATIONS = "/v1/reach-observations";

    public static final class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "doorlichting.circuit.at-once", String.valueOf(AT_ONCE),
                    "doorlichting.circuit.writes-at-once", String.valueOf(WRITES),
                    "doorlichting.load-shedding.places", String.valueOf(PLACES));
        }
    }

    UpstreamStubs services;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    private void onlyFundingIsQuick() {
        RestAssured.replaceFiltersWith(List.of());
        services.forgetAll();
        for (var service : List.of(services.funding(), services.training(), services.reporting())) {
            service.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        }
        // A first request of its kind is slow itself on a busy machine.
        for (var path : List.of("/v1/projects", TRAININGS, OBSERVATIONS, "/v1/problems")) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> as(Role.ANALYST).get(path).statusCode() == 200);
        }
        for (var slow : List.of(services.training(), services.reporting())) {
            slow.resetRequests();
            slow.stubFor(post(anyUrl()).willReturn(services.held(okJson("{}"))));
        }
    }

    @AfterEach
    void endClients() {
        services.letGo();
        clients.shutdown();
    }

    /** On a busy machine a connection can take longer than the second that it has. */
    @Test
    void leavePlacesForReadsForTheThirdAndForOwnAnswers() throws Exception {
        RunningTime.check(() -> {
            onlyFundingIsQuick();
            var trainings = writes(Role.TRAINING_COORDINATOR, TRAININGS);
            var observations = writes(Role.RESEARCHER, OBSERVATIONS);
            try {
                assertLeavePlaces(trainings, observations);
            } finally {
                services.letGo();
                List.of(trainings, observations).forEach(writes -> writes.forEach(CompletableFuture::join));
            }
        });
    }

    private void assertLeavePlaces(
            List<CompletableFuture<Response>> trainings, List<CompletableFuture<Response>> observations) {
        for (var writes : List.of(trainings, observations)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> done(writes) >= PLACES - WRITES);
            assertEquals(PLACES - WRITES, done(writes));
        }
        as(Role.ANALYST).get("/v1/projects").then().statusCode(200);
        as(Role.ANALYST).get("/v1/problems").then().statusCode(200);
        // Reads of a slow service have a place that its writes do not get.
        as(Role.ANALYST).get(TRAININGS).then().statusCode(200);
        as(Role.TRAINING_COORDINATOR)
                .post(TRAININGS)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("/v1/problems/unavailable"))
                .body(
                        "detail",
                        equalTo(
                                "training-service has as many requests as it can hold, or does not answer in time now: nothing was sent to it."));
        // Before anything is asked about its token.
        given().auth().oauth2("unverified").post(TRAININGS).then().statusCode(503);
        services.letGo();
        for (var writes : List.of(trainings, observations)) {
            var statuses =
                    writes.stream().map(write -> write.join().statusCode()).toList();
            assertEquals(
                    WRITES, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
            assertEquals(
                    PLACES - WRITES,
                    statuses.stream().filter(status -> status == 503).count(),
                    statuses::toString);
        }
        assertAsked(services.training());
        assertAsked(services.reporting());
    }

    // Without a body, which could arrive slowly on a busy machine.
    private List<CompletableFuture<Response>> writes(String role, String path) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> as(role).post(path), clients))
                .limit(PLACES)
                .toList();
    }

    private static long done(List<CompletableFuture<Response>> writes) {
        return writes.stream().filter(CompletableFuture::isDone).count();
    }

    private static void assertAsked(WireMockServer service) {
        service.verify(WRITES, postRequestedFor(anyUrl()));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token(role)).header("Accept-Language", "en");
    }
}
