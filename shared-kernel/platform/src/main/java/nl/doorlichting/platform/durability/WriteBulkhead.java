package nl.doorlichting.platform.durability;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets fewer writes run at once than the pool has connections, so that reads always get one. */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class WriteBulkhead {
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final CommitWatch commits;
    private final Duration patience;
    private final Semaphore permits;

    /** @param patience how long a write waits for its turn: as long as for a connection */
    WriteBulkhead(
            CommitWatch commits,
            @ConfigProperty(name = "doorlichting.writes.at-once") int atOnce,
            @ConfigProperty(name = "quarkus.datasource.jdbc.acquisition-timeout") Duration patience) {
        this.commits = commits;
        this.patience = patience;
        this.permits = new Semaphore(atOnce, true);
    }

    /**
     * Runs a write.
     *
     * @throws ProblemException 503 before it begins if commits wait for a standby, or if it does not get its turn
     */
    <T> T run(Callable<T> write) throws Exception {
        enter();
        try {
            return write.call();
        } finally {
            permits.release();
        }
    }

    private void enter() throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        do {
            refuseWhileWaiting();
            if (permits.tryAcquire(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } while (System.nanoTime() < end);
        throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("writes.too-many"));
    }

    /** Refuses a write that takes no turn, because it reads a body for long between its transactions. */
    void refuseWhileWaiting() {
        if (commits.isWaiting()) {
            throw waitForStandby();
        }
    }

    static ProblemException waitForStandby() {
        return ProblemException.of(ProblemType.UNAVAILABLE, Text.of("writes.wait-for-standby"));
    }
}
