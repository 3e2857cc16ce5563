package nl.doorlichting.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.dataset.Build;
import nl.doorlichting.platform.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/**
 * What a report costs the gateway with the cache and without it, from services that answer at once: mvn -pl gateway -am
 * -Dtest=ReportCacheBenchmark verify. A request with a Content-Length passes the cache by.
 */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(ReportCacheBenchmark.FastServices.class)
class ReportCacheBenchmark {
    private static final int CONNECTIONS = 16;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int ROUNDS = 4;
    private static final String TOKEN = TestIssuer.token(Role.ANALYST);

    @TestHTTPResource
    URI gateway;

    @Test
    void measuresReportsPerSecond() throws Exception {
        for (var round = 1; round <= ROUNDS; round++) {
            System.out.printf("round %d, computed: %s%n", round, round("Content-Length: 0\r\n"));
            System.out.printf("round %d, kept:     %s%n", round, round(""));
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
                .formatted(requests * 1_000_000_000 / (System.nanoTime() - begun), (cpuOfGateway() - cpu) / 1e6 / requests);
    }

    private long requests(String header, long end) throws IOException {
        var request = ("GET /v1/reports/reach?by=targetGroup HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + TOKEN
                        + "\r\n" + header + "\r\n")
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

    /** Services that answer at once, on threads of their own. */
    public static final class FastServices implements QuarkusTestResourceLifecycleManager {
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
            server.setExecutor(Executors.newFixedThreadPool(2));
            answer("/revisions", "{\"build\":\"b\",\"revisions\":{\"reach\":\"e-1\",\"training\":\"e-1\"}}");
            answer("/v1/reach-statistics", UpstreamStubs.expected("reporting-service/reach"));
            answer("/v1/training-statistics/reach", UpstreamStubs.expected("training-service/reach"));
            server.start();
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            return Map.of(
                    "doorlichting.funding-url", address,
                    "doorlichting.training-url", address,
                    "doorlichting.reporting-url", address);
        }

        private void answer(String path, String body) {
            server.createContext(path, exchange -> answer(exchange, body.getBytes(StandardCharsets.UTF_8)));
        }

        private static void answer(HttpExchange exchange, byte[] body) throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add(Build.HEADER, "b");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void stop() {
            server.stop(0);
        }
    }
}
