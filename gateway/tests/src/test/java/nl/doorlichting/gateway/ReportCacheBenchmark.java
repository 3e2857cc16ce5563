package nl.doorlichting.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.Build;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a report costs the gateway with the cache and without it, and while each check finds a write to one service or to both.
 * The stubs of the services are slower than the gateway, so its own threads are what is measured. A request with a
 * Content-Length passes the cache by.
 */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class ReportCacheBenchmark {
    private static final int CONNECTIONS = Integer.getInteger("connections", 16);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 8));
    private static final int ROUNDS = Integer.getInteger("rounds", 4);
    private static final String REPORT = "/v1/reports/reach?by=targetGroup,year";
    private static final String SAME = "e-1";
    private static final String ANOTHER = "e-{{randomValue length=12 type='NUMERIC'}}";
    private static final String TOKEN = TestIssuer.token(Role.ANALYST);

    UpstreamStubs services;

    @TestHTTPResource
    URI gateway;

    @BeforeEach
    void servicesAnswer() {
        services.forgetAll();
        for (var service : List.of(services.reporting(), services.training())) {
            service.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader(Build.HEADER, "b")));
        }
        answer(services.reporting(), "/v1/reach-statistics", ReachSource.INVENTORY);
        answer(services.training(), "/v1/training-statistics/reach", ReachSource.TRAINING);
        revisions(SAME, SAME);
    }

    private void revisions(String ofReach, String ofTraining) {
        for (var service : List.of(services.reporting(), services.training())) {
            service.stubFor(get("/revisions")
                    .willReturn(okJson("{\"build\":\"b\",\"revisions\":{\"reach\":\"%s\",\"training\":\"%s\"}}"
                                    .formatted(ofReach, ofTraining))
                            .withTransformers("response-template")));
        }
    }

    private static void answer(WireMockServer service, String path, ReachSource source) {
        service.stubFor(
                get(urlPathEqualTo(path)).willReturn(okJson(figures(source)).withHeader(Build.HEADER, "b")));
    }

    /** Of as many rows as a programme of five years has. */
    private static String figures(ReachSource source) {
        var figure = """
                "reach":{"best":18644,"lowest":18644,"highest":18644,"approximate":false,"observations":{"exact":17,\
                "approximate":0,"range":0,"atLeast":0,"vague":0,"notMeasured":0}},"links":{"observations":\
                "/v1/reach-observations?programme=APR-2007-2011&targetGroup=STUDENTS&from=2009-01-01&until=2010-01-01",\
                "tallies":null,"sessions":null}}""";
        var rows = Stream.of(TargetGroup.values())
                .flatMap(group -> IntStream.rangeClosed(2007, 2011)
                        .mapToObj(year -> "{\"source\":\"%s\",\"year\":%d,\"targetGroup\":\"%s\",%s"
                                .formatted(source, year, group, figure)))
                .collect(Collectors.joining(","));
        return """
                {"dimensions":["year","targetGroup"],"rows":[%s],"totals":[{"source":"%s",%s],"unallocated":[],"notes":[],\
                "registerVersion":null,"revision":"e1-12"}""".formatted(rows, source, figure);
    }

    @Test
    void measuresReportsPerSecond() throws Exception {
        // The first requests of a process can take longer than a report may.
        await().atMost(Duration.ofMinutes(2))
                .until(() -> given().auth().oauth2(TOKEN).get(REPORT).statusCode() == 200);
        for (var round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d, computed:                 %s%n", round, round("Content-Length: 0\r\n"));
            System.out.printf("round %d, kept:                     %s%n", round, round(""));
            revisions(ANOTHER, SAME);
            System.out.printf("round %d, a write to one service:   %s%n", round, round(""));
            revisions(ANOTHER, ANOTHER);
            System.out.printf("round %d, a write to both services: %s%n", round, round(""));
            revisions(SAME, SAME);
            services.reporting().resetRequests();
            services.training().resetRequests();
        }
    }

    private String round(String header) throws Exception {
        var clients = Executors.newFixedThreadPool(CONNECTIONS);
        var cpu = cpuOfGateway();
        var begun = System.nanoTime();
        var tasks = new ArrayList<Callable<Long>>();
        for (var i = 0; i < CONNECTIONS; i++) {
            tasks.add(() -> requests(header, begun + ROUND.toNanos()));
        }
        var requests = 0L;
        for (var done : clients.invokeAll(tasks)) {
            requests += done.get();
        }
        clients.shutdown();
        return "%,d reports/s, %.3f ms of CPU a report"
                .formatted(
                        requests * 1_000_000_000 / (System.nanoTime() - begun),
                        (cpuOfGateway() - cpu) / 1e6 / requests);
    }

    private long requests(String header, long end) throws IOException {
        var request = ("GET " + REPORT + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + TOKEN + "\r\n"
                        + header + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var requests = 0L;
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            var answers = new BufferedInputStream(socket.getInputStream());
            for (; System.nanoTime() < end; requests++) {
                socket.getOutputStream().write(request);
                skipAnswer(answers);
            }
        }
        return requests;
    }

    private static void skipAnswer(InputStream answers) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            head.append((char) answers.read());
        }
        assertEquals("HTTP/1.1 200 OK", head.substring(0, head.indexOf("\r")));
        var length = Arrays.stream(head.toString().split("\r\n"))
                .filter(line -> line.toLowerCase().startsWith("content-length: "))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length: ".length())))
                .findFirst()
                .orElseThrow();
        answers.skipNBytes(length);
    }

    private static long cpuOfGateway() {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null
                        && List.of("vert.x-", "executor-thread").stream().anyMatch(thread.getThreadName()::startsWith))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
