package nl.doorlichting.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.platform.edge.AdmissionQueue.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionQueueTest {
    private final List<String> begun = new ArrayList<>();
    private long now;

    @Test
    void letsOldestWaitingRequestBegin() {
        var queue = queue(2, 2);
        assertEquals(Outcome.RUNS, queue.enter(named("a")));
        assertEquals(Outcome.RUNS, queue.enter(named("b")));
        assertEquals(Outcome.WAITS, queue.enter(named("c")));
        assertEquals(Outcome.WAITS, queue.enter(named("d")));
        assertEquals(Outcome.REFUSED, queue.enter(named("e")));
        queue.leave();
        queue.leave();
        assertEquals(List.of("c", "d"), begun);
        assertEquals(2, queue.running());
    }

    @Test
    void freesPlaceWhenNoneWaits() {
        var queue = queue(1, 0);
        assertEquals(Outcome.RUNS, queue.enter(named("any")));
        assertEquals(Outcome.REFUSED, queue.enter(named("any")));
        queue.leave();
        assertEquals(0, queue.running());
        assertEquals(Outcome.RUNS, queue.enter(named("any")));
    }

    @Test
    void skipsWithdrawnRequest() {
        var queue = queue(1, 2);
        queue.enter(named("any"));
        var gone = named("gone");
        queue.enter(gone);
        queue.enter(named("stays"));
        assertTrue(queue.withdraw(gone));
        assertFalse(queue.withdraw(gone));
        queue.leave();
        assertEquals(List.of("stays"), begun);
        assertEquals(0, queue.waiting());
    }

    /** At a turn each 100 ms, five requests are answered within the longest wait of half a second. */
    @Test
    void refusesRequestWhoseTurnWouldComeTooLate() {
        var queue = queue(1, 1000);
        queue.enter(named("any"));
        queue.enter(named("any"));
        for (int turn = 0; turn < 100; turn++) {
            passes(100);
            queue.enter(named("any"));
            queue.leave();
        }
        while (queue.enter(named("any")) == Outcome.WAITS) {
            assertTrue(queue.waiting() < 20);
        }
        assertEquals(6, queue.waiting());
    }

    @Test
    void refusesWhileNothingMoves() {
        var queue = queue(1, 1000);
        queue.enter(named("any"));
        assertEquals(Outcome.WAITS, queue.enter(named("any")));
        assertEquals(Outcome.WAITS, queue.enter(named("any")));
        passes(501);
        assertEquals(Outcome.REFUSED, queue.enter(named("any")));
    }

    /** Otherwise a stall would be remembered for ever, because only requests that wait show that it is over. */
    @Test
    void oneRequestMayAlwaysWait() {
        var queue = queue(1, 1000);
        queue.enter(named("any"));
        queue.enter(named("any"));
        passes(60_000);
        queue.leave();
        assertEquals(Outcome.WAITS, queue.enter(named("any")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neverRunsMoreThanItHasPlacesFor(long seed) throws Exception {
        var queue = new AdmissionQueue(4, 8, Duration.ofSeconds(10), System::nanoTime);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(8);
        for (int client = 0; client < 8; client++) {
            var random = new Random(seed + client);
            threads.execute(() -> {
                for (int i = 0; i < 2_000; i++) {
                    var work = new AdmissionQueue.Entry[1];
                    work[0] = () -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        running.decrementAndGet();
                        done.incrementAndGet();
                        queue.leave();
                    };
                    var outcome = queue.enter(work[0]);
                    if (outcome == Outcome.RUNS) {
                        work[0].begin();
                    } else if (outcome == Outcome.REFUSED || random.nextInt(4) == 0 && queue.withdraw(work[0])) {
                        done.incrementAndGet();
                    }
                }
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        assertEquals(16_000, done.get());
        assertEquals(0, queue.running());
        assertEquals(0, queue.waiting());
        assertTrue(most.get() <= 4, "at once: " + most);
    }

    private AdmissionQueue queue(int places, int length) {
        return new AdmissionQueue(places, length, Duration.ofMillis(500), () -> now);
    }

    private AdmissionQueue.Entry named(String name) {
        return () -> begun.add(name);
    }

    private void passes(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
