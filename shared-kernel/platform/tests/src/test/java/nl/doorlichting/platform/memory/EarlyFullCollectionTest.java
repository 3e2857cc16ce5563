package nl.doorlichting.platform.memory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.runtime.StartupEvent;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class EarlyFullCollectionTest {
    private static final long MEBIBYTE = 1L << 20;

    private final EarlyFullCollection collection = new EarlyFullCollection(50, 8 * MEBIBYTE);
    private final List<byte[]> held = new ArrayList<>();

    @AfterEach
    void forget() {
        oldGeneration().setUsageThreshold(0);
    }

    @Test
    void allowsShareOfWhatIsInUse() {
        assertEquals(60 * MEBIBYTE, collection.threshold(40 * MEBIBYTE, 300 * MEBIBYTE));
    }

    @Test
    void leavesLittleGarbage() {
        assertEquals(12 * MEBIBYTE, collection.threshold(4 * MEBIBYTE, 300 * MEBIBYTE));
    }

    @Test
    void neverWaitsForMoreThanFits() {
        assertEquals(50 * MEBIBYTE, collection.threshold(48 * MEBIBYTE, 50 * MEBIBYTE));
    }

    /** The heap of these tests would have room for all of it. */
    @Test
    void collectsGarbageBeforeHeapIsFull() {
        assumeTrue(isSerial());
        System.gc();
        var before = fullCollections();
        var room = oldGeneration().getUsage().getCommitted();
        oldGeneration().resetPeakUsage();
        collection.start(new StartupEvent());
        var threshold = oldGeneration().getUsageThreshold();

        ageUntil(() -> fullCollections() > before);

        held.clear();
        assertTrue(oldGeneration().getPeakUsage().getUsed() < room / 3 * 2, "it was not full");
        await().until(() -> oldGeneration().getUsageThreshold() != threshold);
    }

    @Test
    void doesNothingWhenTurnedOff() {
        assumeTrue(isSerial());
        oldGeneration().setUsageThreshold(0);

        new EarlyFullCollection(0, MEBIBYTE).start(new StartupEvent());

        assertEquals(0, oldGeneration().getUsageThreshold());
    }

    /** Makes objects old, and drops them when there are some 32 MiB. */
    private void ageUntil(Callable<Boolean> done) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    for (int i = 0; i < 256; i++) {
                        var bytes = new byte[1 << 16];
                        Arrays.fill(bytes, (byte) i);
                        held.add(bytes);
                    }
                    if (held.size() > 512) {
                        held.subList(0, 256).clear();
                    }
                    return done.call();
                });
    }

    private static boolean isSerial() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(pool -> pool.getName().equals(EarlyFullCollection.OLD_GENERATION));
    }

    private static MemoryPoolMXBean oldGeneration() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals(EarlyFullCollection.OLD_GENERATION))
                .findFirst()
                .orElseThrow();
    }

    private static long fullCollections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> collector.getName().equals("MarkSweepCompact"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
