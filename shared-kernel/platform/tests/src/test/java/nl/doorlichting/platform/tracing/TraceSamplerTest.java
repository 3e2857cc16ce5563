package nl.doorlichting.platform.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSamplerTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final TraceState CALLERS =
            TraceState.builder().put("vendor", "value").build();

    @ParameterizedTest(name = "share {0}, chance {1}, {2} caller who records: {3} -> {4}")
    @CsvSource({
        "0.1, 0.05, no, false, RECORD_AND_SAMPLE",
        "0.1, 0.10, no, false, DROP",
        "0.1, 0.90, untrusted, true, DROP",
        "0.1, 0.05, untrusted, false, RECORD_AND_SAMPLE",
        "0.1, 0.90, trusted, true, RECORD_AND_SAMPLE",
        "0.1, 0.05, trusted, false, DROP",
        "0.1, 0.90, local, true, RECORD_AND_SAMPLE",
        "0.1, 0.05, local, false, DROP",
        "0,   0.00, trusted, true, DROP",
        "0,   0.00, local, true, DROP",
        "0,   0.00, no, false, DROP",
    })
    void decides(double share, double chance, String caller, boolean records, SamplingDecision expected) {
        assertEquals(expected, sample(share, chance, caller, records).getDecision());
    }

    @ParameterizedTest(name = "{0} caller: {1}")
    @CsvSource({"untrusted, 0", "trusted, 1", "local, 1"})
    void dropsTraceStateOfUntrustedCaller(String caller, int entries) {
        var state = sample(0.1, 0.05, caller, true).getUpdatedTraceState(CALLERS);
        assertEquals(entries, state.size());
    }

    private static SamplingResult sample(double share, double chance, String caller, boolean records) {
        return new TraceSampler(share, !caller.equals("untrusted"), () -> chance)
                .shouldSample(parent(caller, records), TRACE, "GET", SpanKind.SERVER, Attributes.empty(), List.of());
    }

    private static Context parent(String caller, boolean records) {
        if (caller.equals("no")) {
            return Context.root();
        }
        var flags = records ? TraceFlags.getSampled() : TraceFlags.getDefault();
        var span = caller.equals("local")
                ? SpanContext.create(TRACE, "b7ad6b7169203331", flags, CALLERS)
                : SpanContext.createFromRemoteParent(TRACE, "b7ad6b7169203331", flags, CALLERS);
        return Context.root().with(Span.wrap(span));
    }
}
