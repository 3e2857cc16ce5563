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
    private final Supplier<Future<Void>> pause;
    private boolean running;
    private Promise<T> next;
    private int waiting;

    /** @param call must end on every path, within a time limit of its own */
    public CoalescedCall(Supplier<Future<T>> call) {
        this(call, Future::succeededFuture);
    }

    /** @param pause before a call for those that came while another one ran; who comes meanwhile shares it */
    public CoalescedCall(Supplier<Future<T>> call, Supplier<Future<Void>> pause) {
        this.call = call;
        this.pause = pause;
    }

    /** The result of a call that begins now or later. It arrives on the thread of the call. */
    public Future<T> join() {
        Future<T> joined;
        synchronized (this) {
            if (next == null) {
                next = Promise.promise();
            }
            joined = next.future();
            waiting++;
            if (running) {
                return joined;
            }
            running = true;
        }
        run();
        return joined;
    }

    /** How many wait for the call after the one that runs. */
    public synchronized int waiting() {
        return waiting;
    }

    private void run() {
        var callers = takeNext();
        Future<T> result;
        try {
            result = call.get();
        } catch (RuntimeException failure) {
            result = Future.failedFuture(failure);
        }
        result.onComplete(ended -> {
            // After a failure those that wait would most likely only wait for a second one.
            var isAwaited = ended.succeeded() ? isAwaited() : failAwaited(ended.cause());
            try {
                callers.handle(ended);
            } finally {
                if (isAwaited) {
                    pause.get().onComplete(over -> run());
                }
            }
        });
    }

    private synchronized Promise<T> takeNext() {
        var callers = next;
        next = null;
        waiting = 0;
        return callers;
    }

    private synchronized boolean isAwaited() {
        running = next != null;
        return running;
    }

    private boolean failAwaited(Throwable failure) {
        Promise<T> callers;
        synchronized (this) {
            callers = takeNext();
            running = false;
        }
        if (callers != null) {
            callers.fail(failure);
        }
        return false;
    }
}
