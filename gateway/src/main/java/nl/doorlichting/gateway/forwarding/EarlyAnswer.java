package nl.doorlichting.gateway.forwarding;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** The body of an answer that began before its request had ended, and what happens once it has arrived. */
final class EarlyAnswer extends StreamedBody {
    private final Runnable arrived;

    EarlyAnswer(ReadStream<Buffer> body, Runnable arrived) {
        super(body);
        this.arrived = arrived;
    }

    @Override
    void pass(Buffer part, Handler<Buffer> receiver) {
        receiver.handle(part);
    }

    @Override
    void end(Handler<Void> receiver) {
        arrived.run();
        receiver.handle(null);
    }
}
