package nl.doorlichting.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * A stub of a service that needs only the JDK. It listens at the ports of its environment, ends when its standard input is
 * closed, and accepts every record once. A file {@code behaviour} beside its jar can contain {@code die} or {@code refuse}.
 */
public final class StubService {
    private static final Map<String, String> STORED = new ConcurrentHashMap<>();
    private static String behaviour = "";

    static {
        // Without it the body of a response waits 40 ms each time, until its head is acknowledged. The first server of
        // a process reads it, so all servers of tests are made here.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private StubService() {}

    public static void main(String[] arguments) throws IOException, URISyntaxException {
        behaviour = behaviour();
        if (behaviour.equals("die")) {
            System.exit(3);
        }
        listen(port("QUARKUS_HTTP_PORT"), StubService::api);
        listen(port("QUARKUS_MANAGEMENT_PORT"), exchange -> answer(exchange, 200, "{\"status\":\"UP\"}"));
        if ("true".equals(System.getenv("DOORLICHTING_LAUNCHER_WATCH"))) {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
        }
    }

    private static String behaviour() throws IOException, URISyntaxException {
        Path jar = Path.of(StubService.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path file = jar.resolveSibling("behaviour");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** A gateway that accepts every record once, on a free port. */
    public static HttpServer gateway() throws IOException {
        return gateway(StubService::api);
    }

    public static HttpServer gateway(HttpHandler handler) throws IOException {
        return listen(0, handler);
    }

    private static int port(String variable) {
        return Integer.parseInt(System.getenv(variable));
    }

    private static HttpServer listen(int port, HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", handler);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        return server;
    }

    private static void api(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"rows\":[],\"totals\":[],\"notes\":[]}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        String key = path + read(exchange.getRequestBody());
        if (behaviour.equals("refuse") || key.contains("\"@")) {
            answer(
                    exchange,
                    400,
                    "{\"detail\":\"Refused\",\"violations\":[{\"pointer\":\"/x\",\"code\":\"REQUIRED\"}]}");
            return;
        }
        String id = "id-" + key.hashCode();
        if (STORED.putIfAbsent(key, id) == null) {
            answer(exchange, 201, "{\"id\":\"" + id + "\"}");
            return;
        }
        answer(exchange, 409, "{\"existing\":\"" + path + "/" + id + "\"}");
    }

    private static String read(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    public static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
