package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that is streamed on. A subclass looks at its parts and at its end, and can have it fail. */
abstract class StreamedBody implements ReadStream<Buffer> {
    private final ReadStream<Buffer> body;
    private Handler<Throwable> failure = ignored -> {};
    private boolean hasPassed;

    StreamedBody(ReadStream<Buffer> body) {
        this.body = body;
    }

    abstract void pass(Buffer part, Handler<Buffer> receiver);

    abstract void end(Handler<Void> receiver);

    final void fail(Throwable cause) {
        failure.handle(cause);
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : part -> pass(part, handler));
        return this;
    }

    /** Whether its receiver has all of it. */
    final boolean hasPassed() {
        return hasPassed;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> end(passed -> {
                            hasPassed = true;
                            handler.handle(null);
                        }));
        return this;
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
