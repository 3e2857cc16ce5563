package nl.doorlichting.platform.durability;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets fewer writes run at once than the pool has connections, so that reads always get one. The others wait for their turn,
 * first come, first served. A write that the database would not confirm or answer now is refused instead.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class WriteBulkhead {
    // A fair semaphore has no way to look up from the wait without losing its place.
    private static final long NANOS_BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(100);

    private final CommitWatch commits;
    private final int atOnce;
    private final Duration patience;
    private final Queue<Thread> waiting = new ArrayDeque<>();
    private int running;

    /** @param patience how long a write waits for its turn while the database answers */
    WriteBulkhead(
            CommitWatch commits,
            @ConfigProperty(name = "doorlichting.writes.at-once") int atOnce,
            @ConfigProperty(name = "doorlichting.writes.longest-wait") Duration patience) {
        this.commits = commits;
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /**
     * Runs a write.
     *
     * @throws ProblemException 503 before it begins if the database is silent, if commits wait for a standby, or if it does not
     *     get its turn
     */
    <T> T run(Callable<T> write) throws Exception {
        enter();
        try {
            return write.call();
        } finally {
            leave();
        }
    }

    private void enter() throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        arrive();
        try {
            refuseUnlessWritable();
            while (!begins()) {
                if (System.nanoTime() - end > 0) {
                    throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("writes.too-many"));
                }
                LockSupport.parkNanos(this, NANOS_BETWEEN_LOOKS);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                refuseUnlessWritable();
            }
        } catch (InterruptedException | RuntimeException refused) {
            giveUp();
            throw refused;
        }
    }

    private synchronized void arrive() {
        waiting.add(Thread.currentThread());
    }

    private synchronized boolean begins() {
        if (running == atOnce || waiting.peek() != Thread.currentThread()) {
            return false;
        }
        waiting.remove();
        running++;
        wakeFirst();
        return true;
    }

    private synchronized void giveUp() {
        waiting.remove(Thread.currentThread());
        wakeFirst();
    }

    private synchronized void leave() {
        running--;
        wakeFirst();
    }

    // Not all of them: all others would find that it is not their turn.
    private void wakeFirst() {
        if (running < atOnce) {
            LockSupport.unpark(waiting.peek());
        }
    }

    /** Refuses a write that could not be stored now. It is all for one that takes no turn, because it reads a body for long. */
    void refuseUnlessWritable() {
        if (commits.isSilent()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("database.unavailable"));
        }
        if (commits.isWaiting()) {
            throw waitForStandby();
        }
    }

    static ProblemException waitForStandby() {
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("writes.wait-for-standby"));
    }
}
