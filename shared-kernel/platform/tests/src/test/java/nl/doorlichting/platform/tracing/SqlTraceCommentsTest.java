package nl.doorlichting.platform.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.junit.jupiter.api.Test;

class SqlTraceCommentsTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void namesRecordedTrace() {
        assertEquals("select 1 /*traceparent='00-" + TRACE + "-" + SPAN + "-01'*/", commented(TraceFlags.getSampled()));
    }

    @Test
    void leavesOtherStatementsAsTheyAre() {
        assertEquals("select 1", commented(TraceFlags.getDefault()));
        assertEquals("select 1", new SqlTraceComments().inspect("select 1"));
    }

    private static String commented(TraceFlags flags) {
        var span = Span.wrap(SpanContext.create(TRACE, SPAN, flags, TraceState.getDefault()));
        return Context.current()
                .with(span)
                .wrapSupplier(() -> new SqlTraceComments().inspect("select 1"))
                .get();
    }
}
