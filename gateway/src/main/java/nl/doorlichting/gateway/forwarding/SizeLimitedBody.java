package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A request body that is streamed to a service. It fails at the first byte over the limit. */
final class SizeLimitedBody implements ReadStream<Buffer> {
    /** The body is longer than the limit of its path. */
    static final class BodyTooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyTooLargeException() {
            super("the body is over the limit", null, false, false);
        }
    }

    private final ReadStream<Buffer> body;
    private final long limit;
    private final Runnable ended;
    private Handler<Throwable> failure = ignored -> {};
    private long passed;

    SizeLimitedBody(ReadStream<Buffer> body, long limit, Runnable ended) {
        this.body = body;
        this.limit = limit;
        this.ended = ended;
    }

    boolean isTooLarge() {
        return passed > limit;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> count(part, handler));
        return this;
    }

    private void count(Buffer part, Handler<Buffer> handler) {
        if (isTooLarge()) {
            return;
        }
        passed += part.length();
        if (isTooLarge()) {
            failure.handle(new BodyTooLargeException());
            return;
        }
        handler.handle(part);
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        if (isTooLarge()) {
            return;
        }
        ended.run();
        handler.handle(null);
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        failure = handler == null ? ignored -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
