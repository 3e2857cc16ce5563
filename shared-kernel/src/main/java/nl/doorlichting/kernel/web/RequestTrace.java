package nl.doorlichting.kernel.web;

import io.vertx.ext.web.RoutingContext;

/** Keeps the trace id on the request, so that logs, problems and calls onward name the same one. */
public final class RequestTrace {
    private static final String KEY = TraceId.class.getName();

    private RequestTrace() {}

    /** The trace id of this request, settled on first use. */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        var traceId = TraceId.of(context.request().getHeader(TraceId.HEADER));
        context.put(KEY, traceId);
        return traceId;
    }
}
