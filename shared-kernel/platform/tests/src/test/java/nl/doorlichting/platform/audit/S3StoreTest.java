package nl.doorlichting.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3StoreTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:40:00Z");
    private static final S3Signature SIGNATURE = new S3Signature("eu-west-1", "access", "secret");

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    private HttpServer server;
    private S3Store store;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        store = new S3Store(address(), SIGNATURE, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** The example "GET Object" of "Signature Calculations for the Authorization Header" (Amazon S3 API Reference). */
    @Test
    void signsAsThePublishedExample() {
        var headers = new TreeMap<>(Map.of(
                "host", "examplebucket.s3.amazonaws.com",
                "range", "bytes=0-9",
                "x-amz-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        var signature =
                new S3Signature("us-east-1", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        assertEquals(
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
                signature.sign("GET", "/test.txt", headers, Instant.parse("2013-05-24T00:00:00Z")));
        assertFalse(signature.toString().contains("wJal"));
    }

    @Test
    void keepsFirstFileOfName() throws IOException {
        assertTrue(store.put("funding-service/2026-11.json", content("first")));
        assertFalse(store.put("funding-service/2026-11.json", content("second")));
        try (var fetched = store.fetch("funding-service/2026-11.json").orElseThrow()) {
            assertEquals("first", new String(fetched.readAllBytes(), UTF_8));
        }
        assertTrue(store.fetch("funding-service/2026-12.json").isEmpty());
    }

    @Test
    void refusalOfStoreIsNoMissingFile() {
        var other = new S3Store(
                address(), new S3Signature("eu-west-1", "access", "wrong"), Clock.fixed(NOW, ZoneOffset.UTC));
        assertThrows(IOException.class, () -> other.put("name", content("text")));
        assertThrows(IOException.class, () -> other.fetch("name"));
    }

    /** Such as one whose lines the database does not give any more. */
    @Test
    void storesNothingOfContentThatBreaksOff() {
        var whole = content("first");
        var broken = new AuditStore.Content(
                whole.bytes(),
                whole.sha256(),
                () -> new SequenceInputStream(new ByteArrayInputStream(new byte[2]), failing()));
        assertThrows(IOException.class, () -> store.put("name", broken));
        var shorter =
                new AuditStore.Content(whole.bytes(), whole.sha256(), () -> new ByteArrayInputStream(new byte[2]));
        assertThrows(IOException.class, () -> store.put("name", shorter));
        assertEquals(Map.of(), objects);
    }

    private static InputStream failing() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken off");
            }
        };
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/bucket/");
    }

    private static AuditStore.Content content(String text) {
        return AuditStore.Content.of(text.getBytes(UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getRawPath();
            if (!isSigned(exchange, body)) {
                exchange.sendResponseHeaders(403, -1);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                var isNew = "*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                        && objects.putIfAbsent(path, body) == null;
                exchange.sendResponseHeaders(isNew ? 200 : 412, -1);
            } else if (objects.containsKey(path)) {
                exchange.sendResponseHeaders(200, objects.get(path).length);
                exchange.getResponseBody().write(objects.get(path));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var hash = HexFormat.of().formatHex(AuditExportFile.sha256(body));
        var headers = new TreeMap<>(
                Map.of("host", exchange.getRequestHeaders().getFirst("Host"), "x-amz-content-sha256", hash));
        if (exchange.getRequestMethod().equals("PUT")) {
            headers.put("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(AuditExportFile.sha256(body)));
        }
        var expected = SIGNATURE.sign(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), headers, NOW);
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && hash.equals(exchange.getRequestHeaders().getFirst("x-amz-content-sha256"));
    }
}
