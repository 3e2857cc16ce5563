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
final class CheckedBody extends StreamedBody {
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

    private final Check check;
    private Handler<Buffer> receiver;
    private Buffer held;
    private List<Violation> violations = List.of();
    private boolean withheld;

    CheckedBody(ReadStream<Buffer> body, Check check) {
        super(body);
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
    void pass(Buffer part, Handler<Buffer> handler) {
        receiver = handler;
        check.read(part);
        var before = held;
        held = part;
        if (before != null) {
            receiver.handle(before);
        }
    }

    @Override
    void end(Handler<Void> handler) {
        check.violations().onComplete(checked -> {
            if (checked.succeeded() && checked.result().isEmpty()) {
                release(handler);
                return;
            }
            withheld = true;
            violations = checked.succeeded() ? checked.result() : List.of();
            fail(new BodyWithheldException(checked.cause()));
        });
    }

    private void release(Handler<Void> handler) {
        if (held != null) {
            receiver.handle(held);
        }
        handler.handle(null);
    }
}
