package nl.doorlichting.platform.testing.time;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.doorlichting.platform.testing.time.RunningTime.Heartbeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunningTimeTest {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration WORK = Duration.ofMillis(100);

    private final AtomicLong clock = new AtomicLong(-5);
    private final AtomicLong waited = new AtomicLong(7);
    private final Heartbeat heartbeat = new Heartbeat(clock::get, waited::get);

    private void works() {
        clock.addAndGet(WORK.toNanos());
        heartbeat.beat();
    }

    private void standsStill() {
        clock.addAndGet(PAUSE.toNanos());
    }

    @Test
    void leavesOutPauses() {
        standsStill();
        try (var time = RunningTime.start(heartbeat)) {
            works();
            standsStill();
            // Also before the heartbeat is seen again.
            assertEquals(PAUSE, time.stoodStill());
            assertEquals(WORK, time.taken());
            heartbeat.beat();
            works();
            standsStill();
            heartbeat.beat();
            assertEquals(PAUSE.multipliedBy(2), time.stoodStill());
            assertEquals(WORK.multipliedBy(2), time.taken());
        }
    }

    @Test
    void countsWaitsForProcessor() {
        try (var time = RunningTime.start(heartbeat)) {
            for (var i = 0; i < 30; i++) {
                works();
            }
            assertEquals(Duration.ZERO, time.stoodStill());
            assertEquals(WORK.multipliedBy(30), time.taken());
        }
    }

    @Test
    void checksAgainOnlyAfterPause() throws Exception {
        var tries = new AtomicInteger();
        RunningTime.check(heartbeat, () -> {
            if (tries.incrementAndGet() < 3) {
                standsStill();
                throw new AssertionError("too late");
            }
        });
        assertEquals(3, tries.get());
        tries.set(0);
        works();
        assertThrows(
                AssertionError.class,
                () -> RunningTime.check(heartbeat, () -> {
                    tries.incrementAndGet();
                    works();
                    throw new AssertionError("wrong");
                }));
        assertEquals(1, tries.get());
    }

    @Test
    void checksAgainOnlyAfterLongWaitForProcessor() throws Exception {
        assertEquals(2, triesWhereFirstWaits(WORK.toNanos() / 10 + 1));
        assertThrows(AssertionError.class, () -> triesWhereFirstWaits(WORK.toNanos() / 10));
    }

    private int triesWhereFirstWaits(long nanos) throws Exception {
        var tries = new AtomicInteger();
        works();
        RunningTime.check(heartbeat, () -> {
            works();
            if (tries.incrementAndGet() == 1) {
                waited.addAndGet(nanos);
                throw new AssertionError("too late");
            }
        });
        return tries.get();
    }

    @Test
    void failsInEnd() {
        var tries = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> RunningTime.check(heartbeat, () -> {
                    tries.incrementAndGet();
                    standsStill();
                    throw new IllegalStateException("wrong");
                }));
        assertTrue(tries.get() > 1);
    }

    /** More threads compute than there are processors. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux counts it")
    void measuresWaitOfThisProcess() {
        var before = WaitForProcessor.nanos();
        var ends = new AtomicBoolean();
        var threads = Stream.generate(() -> new Thread(() -> {
                    while (!ends.get()) {
                        Thread.onSpinWait();
                    }
                }))
                .limit(Runtime.getRuntime().availableProcessors() + 1L)
                .toList();
        threads.forEach(Thread::start);
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> WaitForProcessor.nanos() - before > WORK.toNanos());
        } finally {
            ends.set(true);
        }
    }

    @Test
    void measuresThisProcess() {
        var begin = System.nanoTime();
        try (var time = RunningTime.start()) {
            while (time.taken().compareTo(WORK) < 0) {
                Thread.onSpinWait();
            }
            assertTrue(System.nanoTime() - begin >= WORK.toNanos());
        }
    }
}
