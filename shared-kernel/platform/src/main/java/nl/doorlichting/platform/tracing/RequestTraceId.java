package nl.doorlichting.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.vertx.ext.web.RoutingContext;

/** The trace id of a request, which logs, problems, traces and calls onward all name. */
public final class RequestTraceId {
    private static final String KEY = TraceId.class.getName();

    private RequestTraceId() {}

    /** The trace id of this request, settled on first use. */
    public static String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known != null) {
            return known;
        }
        var span = Span.current().getSpanContext();
        // Without a trace only when tracing is switched off altogether.
        var traceId = span.isValid()
                ? span.getTraceId()
                : TraceId.of(context.request().getHeader(TraceId.HEADER));
        context.put(KEY, traceId);
        return traceId;
    }
}
