package nl.doorlichting.platform.dataset;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/**
 * A call that its callers share. One runs at a time. Callers that come while it runs share the next one and not this one,
 * so a call begins after all of its callers came, and its result is as fresh as if each had made its own.
 */
public final class CoalescedCall<T> {
    private final Supplier<Future<T>> call;
    private boolean running;
    private Promise<T> next;

    /** @param call must end on every path, within a time limit of its own */
    public CoalescedCall(Supplier<Future<T>> call) {
        this.call = call;
    }

    /** The result of a call that begins now or later. It arrives on the thread of the call. */
    public Future<T> join() {
        Promise<T> callers;
        synchronized (this) {
            if (next == null) {
                next = Promise.promise();
            }
            callers = next;
            if (running) {
                return callers.future();
            }
            begin();
        }
        run(callers);
        return callers.future();
    }

    private void begin() {
        running = true;
        next = null;
    }

    private void run(Promise<T> callers) {
        Future<T> result;
        try {
            result = call.get();
        } catch (RuntimeException failure) {
            result = Future.failedFuture(failure);
        }
        result.onComplete(ended -> {
            // After a failure those that wait would most likely only wait for a second one.
            var following = ended.succeeded() ? following() : afterFailure(ended.cause());
            try {
                callers.handle(ended);
            } finally {
                if (following != null) {
                    run(following);
                }
            }
        });
    }

    private synchronized Promise<T> following() {
        var callers = next;
        running = false;
        if (callers != null) {
            begin();
        }
        return callers;
    }

    private Promise<T> afterFailure(Throwable failure) {
        Promise<T> callers;
        synchronized (this) {
            callers = next;
            running = false;
            next = null;
        }
        if (callers != null) {
            callers.fail(failure);
        }
        return null;
    }
}
