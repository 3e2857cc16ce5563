package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body that is streamed to a service. It fails at the first byte over the limit, and is kept while it is small. */
final class SizeLimitedBody extends StreamedBody {
    /** The body is longer than the limit of its path. */
    static final class BodyTooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyTooLargeException() {
            super("the body is over the limit", null, false, false);
        }
    }

    // Of each body that passes as much stays in memory until it is answered.
    private static final int LARGEST_KEPT = 1 << 18;

    private final long limit;
    private final Runnable ended;
    private Buffer kept = Buffer.buffer();
    private long passed;

    SizeLimitedBody(ReadStream<Buffer> body, long limit, Runnable ended) {
        super(body);
        this.limit = limit;
        this.ended = ended;
    }

    boolean isTooLarge() {
        return passed > limit;
    }

    /** What has passed of it; null of one that is too large to be kept. */
    Buffer kept() {
        return kept;
    }

    @Override
    void pass(Buffer part, Handler<Buffer> receiver) {
        if (isTooLarge()) {
            return;
        }
        passed += part.length();
        if (isTooLarge()) {
            fail(new BodyTooLargeException());
            return;
        }
        kept = passed > LARGEST_KEPT ? null : kept.appendBuffer(part);
        receiver.handle(part);
    }

    @Override
    void end(Handler<Void> receiver) {
        if (isTooLarge()) {
            return;
        }
        ended.run();
        receiver.handle(null);
    }
}
