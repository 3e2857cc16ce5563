package nl.doorlichting.platform.access;

import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Stores on a request which operation it reached, because the framework drops that when it turns a failure into an
 * answer.
 */
public final class RequestOperation {
    private static final String KEY = RequestOperation.class.getName();

    private RequestOperation() {}

    static void keep(RoutingContext context, Method operation) {
        context.put(KEY, operation);
    }

    /** The resource method that the request reached; empty if it reached none. */
    public static Optional<Method> of(RoutingContext context) {
        return Optional.ofNullable(context.get(KEY));
    }
}
