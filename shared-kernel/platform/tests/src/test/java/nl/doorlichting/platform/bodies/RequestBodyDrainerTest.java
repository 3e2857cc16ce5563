package nl.doorlichting.platform.bodies;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestBodyDrainerTest {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<WeakReference<RoutingContext>> last = new AtomicReference<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** It was paused, as Quarkus does, so that it had not ended when it was answered. */
    @Test
    void keepsNoAnsweredRequestInMemory() throws Exception {
        var router = Router.router(vertx);
        RequestBodyDrainer.register(router, PATIENCE.toMillis());
        router.route().handler(request -> {
            request.request().pause();
            last.set(new WeakReference<>(request));
            request.response().end();
        });
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        get(server.actualPort());
        var first = last.get();
        // A connection may keep the last request that came on it.
        get(server.actualPort());

        await().atMost(Duration.ofMinutes(1)).until(() -> {
            System.gc();
            return first.get() == null;
        });
    }

    private void get(int port) throws IOException, InterruptedException {
        client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port)).build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
