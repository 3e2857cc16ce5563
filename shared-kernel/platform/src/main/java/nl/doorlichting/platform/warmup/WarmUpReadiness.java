package nl.doorlichting.platform.warmup;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Runs everyday work while the application starts, and is ready once that was done often or long enough. Otherwise sixteen
 * reports that come in the first second take longer than callers wait, because each runs code that Java has never seen.
 */
@Readiness
@Singleton
class WarmUpReadiness implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(WarmUpReadiness.class);
    /** After these the first compiler has compiled what is run every time. */
    private static final int ROUNDS = 250;

    private final List<WarmUp> work;
    private final long longest;
    private volatile boolean isDone;
    private volatile long begun;

    /**
     * @param longest how long the instance is not ready for it at most; the work that runs then goes on to its end
     * @param onlyMigrates of a process that ends before any request
     */
    WarmUpReadiness(
            @All List<WarmUp> work,
            @ConfigProperty(name = "doorlichting.warm-up") Duration longest,
            @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean onlyMigrates) {
        this.work = new ArrayList<>(work);
        this.longest = longest.toNanos();
        this.isDone = work.isEmpty() || longest.isZero() || onlyMigrates;
    }

    void start(@Observes StartupEvent event) {
        if (isDone) {
            return;
        }
        begun = System.nanoTime();
        var thread = new Thread(this::run, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        var rounds = 0;
        do {
            work.removeIf(WarmUpReadiness::fails);
            rounds++;
        } while (rounds < ROUNDS && !isOver());
        LOG.infof(
                "Warmed up %d times in %d ms",
                rounds, Duration.ofNanos(System.nanoTime() - begun).toMillis());
        isDone = true;
    }

    private boolean isOver() {
        return System.nanoTime() - begun >= longest;
    }

    private static boolean fails(WarmUp work) {
        try {
            work.once();
            return false;
            // Whatever it is, requests find it out for themselves.
        } catch (Exception failure) {
            LOG.infof("Not warmed up: %s", failure);
            return true;
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Warm-up").status(isDone || isOver()).build();
    }
}
