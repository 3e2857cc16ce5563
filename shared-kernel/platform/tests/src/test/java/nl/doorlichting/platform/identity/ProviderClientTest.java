package nl.doorlichting.platform.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.http.HttpConnection;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.platform.testing.tokens.FakeIdentityProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

// Two threads that use context propagation for the first time at once fail.
@ResourceLock("context propagation")
@Execution(ExecutionMode.CONCURRENT)
class ProviderClientTest {
    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    // The client keeps five connections to one address.
    private static final int CONNECTIONS = 5;

    private final Vertx vertx = Vertx.vertx();
    private final FakeIdentityProvider provider = new FakeIdentityProvider();

    @AfterEach
    void close() {
        provider.shutDown();
        vertx.closeAndAwait();
    }

    /** Requests without an answer are abandoned, so that later requests get a connection. */
    @Test
    void recoversAfterLongSilenceOfProvider() {
        provider.publish("known", "RS256");
        var documents = new ProviderClient(vertx, config(LIMIT), Optional.of(provider.issuer()));
        provider.hang();
        await().atMost(PATIENCE).until(() -> !answers(documents) && provider.asked() > CONNECTIONS);
        provider.restart();
        await().atMost(PATIENCE).until(() -> answers(documents));
    }

    /** A provider may close a connection that it kept at the moment of the next request. */
    @Test
    void usesEachConnectionOnce() {
        var used = ConcurrentHashMap.<HttpConnection>newKeySet();
        var server = vertx.createHttpServer().requestHandler(request -> {
            if (used.add(request.connection().getDelegate())) {
                request.response().endAndForget("{\"issuer\":\"http://" + request.authority() + "\"}");
            } else {
                request.connection().closeAndForget();
            }
        });
        var issuer = "http://127.0.0.1:" + server.listenAndAwait(0).actualPort();
        var documents = new ProviderClient(vertx, config(PATIENCE), Optional.of(issuer));
        for (var i = 0; i < 3; i++) {
            assertEquals(issuer, documents.discovery().await().atMost(PATIENCE).getString("issuer"));
        }
    }

    private static boolean answers(ProviderClient documents) {
        return documents
                .keys()
                .map(keys -> true)
                .onFailure()
                .recoverWithItem(false)
                .await()
                .atMost(PATIENCE);
    }

    private static IdentityConfig config(Duration limit) {
        return new SigningKeyCacheTest.Config(Set.of("RS256"), limit, limit, limit, limit);
    }
}
