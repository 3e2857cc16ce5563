package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/**
 * A request body that is streamed to a service, but for its last part, which waits until the whole body is checked. The service
 * never has the whole of one that is refused, so it keeps nothing of it.
 */
final class HeldBody implements ReadStream<Buffer> {
    /** What is looked at while the body passes, and decided at its end. */
    interface Check {
        void read(Buffer part);

        Future<List<Violation>> violations();
    }

    /** The body is refused, or could not be checked. */
    static final class BodyWithheldException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BodyWithheldException(Throwable cause) {
            super("the body is not forwarded", cause, false, false);
        }
    }

    private final ReadStream<Buffer> body;
    private final Check check;
    private Handler<Buffer> receiver;
    private Handler<Throwable> failure = ignored -> {};
    private Buffer held;
    private List<Violation> violations = List.of();
    private boolean withheld;

    HeldBody(ReadStream<Buffer> body, Check check) {
        this.body = body;
        this.check = check;
    }

    /** What is wrong with it; empty until it is refused. */
    List<Violation> violations() {
        return violations;
    }

    /** Whether the service did not get the whole of it. */
    boolean isWithheld() {
        return withheld;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        receiver = handler;
        body.handler(handler == null ? null : this::pass);
        return this;
    }

    private void pass(Buffer part) {
        check.read(part);
        var before = held;
        held = part;
        if (before != null) {
            receiver.handle(before);
        }
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(
                handler == null
                        ? null
                        : end -> check.violations().onComplete(checked -> {
                            if (checked.succeeded() && checked.result().isEmpty()) {
                                release(handler);
                                return;
                            }
                            withheld = true;
                            violations = checked.succeeded() ? checked.result() : List.of();
                            failure.handle(new BodyWithheldException(checked.cause()));
                        }));
        return this;
    }

    private void release(Handler<Void> handler) {
        if (held != null) {
            receiver.handle(held);
        }
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
