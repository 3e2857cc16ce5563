package nl.doorlichting.platform.testing.tokens;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** Publishes keys as an identity provider does, on a free port of this machine; counts the requests. */
public final class KeyServer {
    private static final String KEYS = "/keys";

    private final Map<String, JsonWebKey> keys = new ConcurrentHashMap<>();
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server = listen(0);
    private final int port = server.getAddress().getPort();

    String url() {
        return "http://127.0.0.1:" + port;
    }

    public String keysUrl() {
        return url() + KEYS;
    }

    public int asked() {
        return asked.get();
    }

    /** A new key pair, published from now on under this id for this algorithm. */
    public KeyPair publish(String keyId, String algorithm) {
        KeyPair pair = TestIssuer.newKeyPair();
        publish(keyId, algorithm, (RSAPublicKey) pair.getPublic());
        return pair;
    }

    public void publish(String keyId, String algorithm, RSAPublicKey publicKey) {
        RsaJsonWebKey key = new RsaJsonWebKey(publicKey);
        key.setKeyId(keyId);
        key.setUse("sig");
        key.setAlgorithm(algorithm);
        keys.put(keyId, key);
    }

    void withdraw(String keyId) {
        keys.remove(keyId);
    }

    public void shutDown() {
        server.stop(0);
    }

    /** From now on accepts requests and never answers them. */
    void hang() {
        silent = true;
    }

    void respondAfter(Duration after) {
        delay = after;
    }

    void resume() {
        silent = false;
        delay = Duration.ZERO;
    }

    void restart() {
        server = listen(port);
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            listening.createContext("/", this::answer);
            listening.start();
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (silent) {
            return;
        }
        boolean discovery = exchange.getRequestURI().getPath().endsWith("/.well-known/openid-configuration");
        byte[] body = (discovery ? discovery() : keySet()).getBytes(StandardCharsets.UTF_8);
        if (delay.isZero()) {
            send(exchange, body);
            return;
        }
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> sendLate(exchange, body));
    }

    private static void sendLate(HttpExchange exchange, byte[] body) {
        try {
            send(exchange, body);
        } catch (IOException notAwaitedAnyMore) {
            exchange.close();
        }
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String discovery() {
        return "{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + keysUrl() + "\"}";
    }

    private String keySet() {
        return new JsonWebKeySet(List.copyOf(keys.values())).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
