package nl.doorlichting.kernel.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * The rest of a body that is refused while it is being sent. It is thrown away for a while: to a client that still
 * writes, a connection that closes at once looks like a failure of the network, and it never sees the answer.
 */
public final class UnreadBody {
    private static final long PATIENCE_MILLIS = 5_000;

    private UnreadBody() {}

    /** To be called before the answer is sent; the connection ends with it. */
    public static void discard(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> discardRest(context.request()));
    }

    private static void discardRest(HttpServerRequest request) {
        var vertx = Vertx.currentContext().owner();
        if (request.isEnded()) {
            request.connection().close();
            return;
        }
        var timer = vertx.setTimer(PATIENCE_MILLIS, late -> request.connection().close());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(all -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        read(request);
    }

    private static void read(HttpServerRequest request) {
        request.handler(part -> {});
        request.resume();
    }
}
