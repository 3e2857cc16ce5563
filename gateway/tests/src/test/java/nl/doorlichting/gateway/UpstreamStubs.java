package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stubs of the three services. Their responses are the expectations that the services are tested against. */
public final class UpstreamStubs implements QuarkusTestResourceLifecycleManager {
    private final HeldResponses heldResponses = new HeldResponses();
    private final Map<String, WireMockServer> servers =
            new HashMap<>(Map.of("funding", server(), "training", server(), "reporting", server()));

    @Override
    public Map<String, String> start() {
        servers.values().forEach(WireMockServer::start);
        return Map.of(
                "doorlichting.funding-url", servers.get("funding").baseUrl(),
                "doorlichting.training-url", servers.get("training").baseUrl(),
                "doorlichting.reporting-url", servers.get("reporting").baseUrl());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(UpstreamStubs.class));
    }

    @Override
    public void stop() {
        servers.values().forEach(WireMockServer::stop);
    }

    WireMockServer funding() {
        return servers.get("funding");
    }

    WireMockServer training() {
        return servers.get("training");
    }

    WireMockServer reporting() {
        return servers.get("reporting");
    }

    /** Starts it again on its port, after a test stopped it. */
    void restartTraining(int port) {
        var server = new WireMockServer(options().port(port));
        server.start();
        servers.put("training", server);
    }

    /** Removes the responses of earlier tests. */
    void forgetAll() {
        servers.values().forEach(WireMockServer::resetAll);
    }

    /** A service refuses what the gateway refuses, for a parameter that no operation has and for these violations in JSON. */
    static void refuse(WireMockServer service, String... further) {
        var violations = Stream.concat(
                        Stream.of("{\"in\":\"query\",\"name\":\"refusedByGateway\",\"code\":\"UNKNOWN_PARAMETER\","
                                + "\"parameters\":{\"allowed\":[\"strict\"]},\"detail\":\"It takes strict.\"}"),
                        Stream.of(further))
                .collect(Collectors.joining(","));
        service.stubFor(any(anyUrl())
                .withQueryParam("refusedByGateway", equalTo("true"))
                .atPriority(1)
                .willReturn(jsonResponse("{\"violations\":[" + violations + "]}", 400)
                        .withHeader("Content-Type", "application/problem+json")));
    }

    /** That this service was asked for nothing but to refuse. */
    static void storesNothing(WireMockServer service, String path) {
        service.verify(0, postRequestedFor(urlPathEqualTo(path)).withQueryParam("refusedByGateway", absent()));
    }

    /** The body of an expectation, as in {@code reporting-service/reach}. */
    static String expected(String name) {
        try (var file = UpstreamStubs.class.getResourceAsStream("/expectations/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The response, which is held back until {@link #letGo}. */
    ResponseDefinitionBuilder held(ResponseDefinitionBuilder response) {
        heldResponses.hold();
        return response.withTransformers(heldResponses.getName());
    }

    /** Responses that are held back go out, those of later requests too. */
    void letGo() {
        heldResponses.letGo();
    }

    private WireMockServer server() {
        return new WireMockServer(options().dynamicPort());
    }

    // Answers have their length, as those of the services.
    private WireMockConfiguration options() {
        return WireMockConfiguration.options()
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.BODY_FILE)
                // All that one page asks at once.
                .containerThreads(100)
                .extensions(heldResponses);
    }

    private static final class HeldResponses implements ResponseTransformerV2 {
        private volatile CountDownLatch end = new CountDownLatch(0);

        void hold() {
            end = new CountDownLatch(1);
        }

        void letGo() {
            end.countDown();
        }

        @Override
        public Response transform(Response response, ServeEvent request) {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return response;
        }

        @Override
        public boolean applyGlobally() {
            return false;
        }

        @Override
        public String getName() {
            return "held";
        }
    }
}
