package nl.doorlichting.platform.edge;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * So many requests run at once, and some wait for a place, the oldest first. A request whose turn would come too late is
 * refused when it arrives, because a refusal helps its client only while it is quick.
 */
final class AdmissionQueue {
    /** A request that asks for a place. */
    interface Entry {
        /** It has a place from now on, and gives it back with {@link #leave}. Called on any thread. */
        void begin();
    }

    enum Outcome {
        RUNS,
        WAITS,
        REFUSED
    }

    private static final double WEIGHT_OF_LAST_TURN = 0.1;

    private final int places;
    private final int length;
    private final long longestWait;
    private final LongSupplier nanos;
    private final Set<Entry> waiting = new LinkedHashSet<>();
    private int running;
    private long lastTurn;
    private double nanosPerTurn;

    /**
     * @param places how many run at once
     * @param length how many wait at most
     * @param longestWait for a turn
     * @param nanos the time
     */
    AdmissionQueue(int places, int length, Duration longestWait, LongSupplier nanos) {
        this.places = places;
        this.length = length;
        this.longestWait = longestWait.toNanos();
        this.nanos = nanos;
    }

    /** Gives the request a place, or the end of the queue, or neither. It begins only where it waited. */
    synchronized Outcome enter(Entry entry) {
        if (running < places) {
            running++;
            return Outcome.RUNS;
        }
        if (waiting.size() >= length || expectedWait() > longestWait) {
            return Outcome.REFUSED;
        }
        if (waiting.isEmpty()) {
            lastTurn = nanos.getAsLong();
        }
        waiting.add(entry);
        return Outcome.WAITS;
    }

    // While nothing moves, the time since the last turn is all that is known of the next ones.
    private double expectedWait() {
        return waiting.size() * Math.max(nanosPerTurn, nanos.getAsLong() - lastTurn);
    }

    /** A request that ran gives its place to the next one. */
    void leave() {
        var next = next();
        if (next != null) {
            next.begin();
        }
    }

    private synchronized Entry next() {
        var oldest = waiting.iterator();
        if (!oldest.hasNext()) {
            running--;
            return null;
        }
        var next = oldest.next();
        oldest.remove();
        var now = nanos.getAsLong();
        nanosPerTurn += WEIGHT_OF_LAST_TURN * (now - lastTurn - nanosPerTurn);
        lastTurn = now;
        return next;
    }

    /** Whether the request still waited. It does not any more. */
    synchronized boolean withdraw(Entry entry) {
        return waiting.remove(entry);
    }

    synchronized int running() {
        return running;
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
