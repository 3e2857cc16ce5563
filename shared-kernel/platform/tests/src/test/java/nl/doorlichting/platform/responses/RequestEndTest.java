package nl.doorlichting.platform.responses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestEndTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: any\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger ends = new AtomicInteger();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void comesForRequestWhoseClientHasGoneBefore() throws Exception {
        var gone = new CompletableFuture<RoutingContext>();
        var port = listen(request -> request.addEndHandler(end -> gone.complete(request)));
        send(port).close();
        var request = gone.get(10, TimeUnit.SECONDS);
        var isCalled = new CompletableFuture<Void>();
        request.addEndHandler(end -> isCalled.complete(null));
        RequestEnd.then(request, ends::incrementAndGet);
        assertEquals(1, ends.get());
        assertTrue(RequestEnd.isOver(request));
        // Why it is needed.
        assertFalse(isCalled.isDone());
    }

    @Test
    void comesOnceForRequestThatIsAnsweredLater() throws Exception {
        var asked = new CompletableFuture<RoutingContext>();
        var port = listen(asked::complete);
        try (var client = send(port)) {
            var request = asked.get(10, TimeUnit.SECONDS);
            var ended = new CompletableFuture<Void>();
            RequestEnd.then(request, ends::incrementAndGet);
            RequestEnd.then(request, () -> ended.complete(null));
            assertEquals(0, ends.get());
            request.response().end();
            ended.get(10, TimeUnit.SECONDS);
            assertTrue(client.getInputStream().read() >= 0);
        }
        assertEquals(1, ends.get());
    }

    private int listen(Handler<RoutingContext> handler) throws Exception {
        var router = Router.router(vertx);
        router.route().handler(handler);
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
    }

    private static Socket send(int port) throws Exception {
        var client = new Socket("127.0.0.1", port);
        client.getOutputStream().write(REQUEST);
        return client;
    }
}
