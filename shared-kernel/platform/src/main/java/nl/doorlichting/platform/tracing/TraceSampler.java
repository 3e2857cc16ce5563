package nl.doorlichting.platform.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Decides which traces are recorded. Behind the gateway the caller decides. At the gateway a client cannot decide,
 * because it could have all its requests recorded. Its trace id is kept, so that the client can refer to its request.
 */
final class TraceSampler implements Sampler {
    private final double share;
    private final boolean callersDecide;
    private final DoubleSupplier chance;

    /** {@code chance} is at least 0 and less than 1, another one each time: not the trace id, which a client chooses. */
    TraceSampler(double share, boolean callersDecide, DoubleSupplier chance) {
        this.share = share;
        this.callersDecide = callersDecide;
        this.chance = chance;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var caller = Span.fromContext(parent).getSpanContext();
        if (share > 0 && isTrusted(caller)) {
            return SamplingResult.create(decision(caller.isSampled()));
        }
        return new WithoutState(decision(chance.getAsDouble() < share));
    }

    private boolean isTrusted(SpanContext caller) {
        return caller.isValid() && (callersDecide || !caller.isRemote());
    }

    private static SamplingDecision decision(boolean sampled) {
        return sampled ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.DROP;
    }

    @Override
    public String getDescription() {
        return "TraceSampler{" + share + "}";
    }

    /** Drops the tracestate of a client, which would otherwise reach every service and every trace. */
    private record WithoutState(SamplingDecision getDecision) implements SamplingResult {
        @Override
        public Attributes getAttributes() {
            return Attributes.empty();
        }

        @Override
        public TraceState getUpdatedTraceState(TraceState callers) {
            return TraceState.getDefault();
        }
    }
}
