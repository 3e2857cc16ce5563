package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** When a request arrived: its caller counts from there, whoever is asked about it meanwhile. */
public final class RequestDeadline {
    private static final String KEY = RequestDeadline.class.getName();

    private RequestDeadline() {}

    /** To be called for every request, before anything else. */
    public static void start(RoutingContext context) {
        context.put(KEY, System.nanoTime());
        context.next();
    }

    /** What is left of this limit; not nothing or less, which would be no limit at all. */
    public static Duration remaining(RoutingContext context, Duration limit) {
        var left = limit.minusNanos(System.nanoTime() - context.<Long>get(KEY));
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }
}
