package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Time limits of a request. They count from its arrival, because that is when its client starts to wait. */
public final class RequestDeadline {
    private static final String KEY = RequestDeadline.class.getName();

    private RequestDeadline() {}

    /** Called for every request, before anything else. */
    public static void start(RoutingContext context) {
        context.put(KEY, System.nanoTime());
        context.next();
    }

    /** The rest of this limit: at least a millisecond, because zero means no limit. */
    public static Duration remaining(RoutingContext context, Duration limit) {
        var left = limit.minusNanos(System.nanoTime() - context.<Long>get(KEY));
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }
}
