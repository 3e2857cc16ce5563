package nl.doorlichting.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import java.util.List;

/**
 * Removes from a span what identifies the client and its request: the address and program of the client, and the
 * actual path and query. The path template remains. An attribute cannot be removed, so it is overwritten at the end of
 * the span, when all attributes are set.
 */
final class SpanPrivacy implements ExtendedSpanProcessor {
    static final String HIDDEN = "hidden";

    private static final List<AttributeKey<String>> IDENTIFYING = List.of(
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onEnding(ReadWriteSpan span) {
        IDENTIFYING.stream()
                .filter(key -> span.getAttribute(key) != null)
                .forEach(key -> span.setAttribute(key, HIDDEN));
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Not all attributes are there yet.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Too late to change anything.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
