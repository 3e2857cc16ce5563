package nl.doorlichting.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A site of another origin, {@code http://localhost} with its own port, that the gateway is configured to allow. The same
 * site by its address, {@code http://127.0.0.1}, is an origin that is not allowed.
 */
public class PageServer implements QuarkusTestResourceLifecycleManager {
    private HttpServer server;
    private String page = "";
    private final BlockingQueue<String> results = new LinkedBlockingQueue<>();

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", exchange -> answer(exchange, page));
        server.createContext("/result", exchange -> {
            results.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "");
        });
        server.start();
        return Map.of("doorlichting.cors.origins", origin("localhost") + ",https://app.example");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PageServer.class));
    }

    String origin(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** Serves this page, and forgets what an earlier one sent. */
    void serve(String html) {
        page = html;
        results.clear();
    }

    /** What pages have sent to {@code /result}. */
    BlockingQueue<String> results() {
        return results;
    }

    private static void answer(HttpExchange exchange, String html) throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
