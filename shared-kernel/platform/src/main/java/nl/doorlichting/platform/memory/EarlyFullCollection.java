package nl.doorlichting.platform.memory;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import javax.management.NotificationEmitter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Collects the old generation as soon as a share of it may be garbage. The serial collector would first let it grow to the
 * largest heap, so that a process takes all memory that it may, however little of it is in use (ADR 104). A process that
 * needs more gets more: what is in use after a collection sets the size at which the next one is due. Another collector has
 * a measure of its own, and is left alone.
 */
@Singleton
class EarlyFullCollection {
    /** The serial collector's old generation. */
    static final String OLD_GENERATION = "Tenured Gen";

    private static final int ALL = 100;

    private final Optional<MemoryPoolMXBean> oldGeneration;
    private final int percent;
    private final long least;

    /** @param percent how much garbage there may be before it is collected, of what is in use; 0 for as much as fits */
    @Inject
    EarlyFullCollection(@ConfigProperty(name = "doorlichting.memory.garbage-percent") int percent) {
        this(percent, 16L << 20);
    }

    /** @param least bytes of garbage that are not worth a collection */
    EarlyFullCollection(int percent, long least) {
        this.oldGeneration = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(OLD_GENERATION))
                .findFirst();
        this.percent = percent;
        this.least = least;
    }

    void start(@Observes StartupEvent event) {
        if (percent > 0) {
            oldGeneration.ifPresent(this::watch);
        }
    }

    private void watch(MemoryPoolMXBean pool) {
        ((NotificationEmitter) ManagementFactory.getMemoryMXBean())
                .addNotificationListener(
                        (reached, none) -> collect(pool),
                        each -> each.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
                        null);
        setThreshold(pool);
    }

    /** Java compares the size with the threshold after each collection of young objects, so nothing has to be asked for. */
    private void collect(MemoryPoolMXBean pool) {
        System.gc();
        setThreshold(pool);
    }

    private void setThreshold(MemoryPoolMXBean pool) {
        var usage = pool.getUsage();
        pool.setUsageThreshold(threshold(usage.getUsed(), usage.getMax()));
    }

    long threshold(long used, long most) {
        return Math.min(most, used + Math.max(least, used * percent / ALL));
    }
}
