package nl.doorlichting.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;

/** The trace id of a request, which logs, problems, traces and outgoing calls share. */
public final class RequestTraceId {
    private static final String KEY = TraceId.class.getName();

    private RequestTraceId() {}

    /** The trace id of this request, determined on first use. */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        var span = Span.current().getSpanContext();
        // There is no trace only if tracing is switched off.
        var traceId = span.isValid()
                ? span.getTraceId()
                : TraceId.of(context.request().getHeader(TraceId.HEADER));
        context.put(KEY, traceId);
        return traceId;
    }
}
