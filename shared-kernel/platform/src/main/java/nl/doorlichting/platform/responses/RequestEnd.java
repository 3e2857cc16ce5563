package nl.doorlichting.platform.responses;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is to be done at the end of a request, for threads other than its own. An end handler that is added when the client has
 * gone, or when the request was answered by another, is never called.
 */
public final class RequestEnd {
    private RequestEnd() {}

    /** Runs this once: when the request was answered or its client has gone, and at once where that was before. */
    public static void then(RoutingContext request, Runnable step) {
        var isLeft = new AtomicBoolean(true);
        Runnable once = () -> {
            if (isLeft.getAndSet(false)) {
                step.run();
            }
        };
        request.addEndHandler(end -> once.run());
        if (isOver(request)) {
            once.run();
        }
    }

    /** Whether nobody waits for an answer any more. */
    public static boolean isOver(RoutingContext request) {
        return request.response().closed() || request.response().ended();
    }
}
