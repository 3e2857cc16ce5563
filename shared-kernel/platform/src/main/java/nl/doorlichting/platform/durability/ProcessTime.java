package nl.doorlichting.platform.durability;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The time for which this process has run. It stands still while the process does, and is slow where the process waits for a
 * processor. So who measures by it how long another one has been silent does not count time in which nobody listened.
 */
@Singleton
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class ProcessTime {
    private static final Duration BEAT = Duration.ofMillis(50);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var beating = new Thread(work, "process-time");
        beating.setDaemon(true);
        return beating;
    });
    // Of the thread alone.
    private volatile int beats;

    void start(@Observes StartupEvent started) {
        // Not at a fixed rate: beats that were missed would follow all at once.
        thread.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A twentieth of a second has passed. */
    void beat() {
        beats++;
    }

    Duration now() {
        return BEAT.multipliedBy(beats);
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
