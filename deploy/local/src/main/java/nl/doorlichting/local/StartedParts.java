package nl.doorlichting.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The parts that are started and must be stopped, the last one first. A stop during a start waits for that start, so that
 * no process is left running. Nothing is started after it.
 */
public final class StartedParts {
    /** Never throws, because the other parts must be stopped as well. */
    public interface Stoppable {
        void stop();
    }

    private final Deque<Stoppable> started = new ArrayDeque<>();
    private volatile boolean closing;

    public synchronized <T extends Stoppable> T start(Supplier<T> starting) {
        if (closing) {
            throw new StartFailure("Stopped while starting");
        }
        T part = starting.get();
        started.push(part);
        return part;
    }

    boolean closing() {
        return closing;
    }

    public void close() {
        closing = true;
        stopAll();
    }

    private synchronized void stopAll() {
        while (!started.isEmpty()) {
            started.pop().stop();
        }
    }
}
