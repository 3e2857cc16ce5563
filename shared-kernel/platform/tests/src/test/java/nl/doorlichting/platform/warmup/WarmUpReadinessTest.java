package nl.doorlichting.platform.warmup;

import static org.awaitility.Awaitility.await;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WarmUpReadinessTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final AtomicInteger rounds = new AtomicInteger();

    private static WarmUpReadiness started(Duration longest, WarmUp... work) {
        var readiness = new WarmUpReadiness(List.of(work), longest, false);
        readiness.start(null);
        return readiness;
    }

    private static void awaitUp(WarmUpReadiness readiness) {
        await().atMost(LONG).until(() -> readiness.call().getStatus() == UP);
    }

    @Test
    void isReadyAfterManyRounds() {
        awaitUp(started(LONG, rounds::incrementAndGet));
        assertTrue(rounds.get() >= 100, rounds.toString());
    }

    @Test
    void isNotReadyWhileWorkRuns() {
        var end = new CountDownLatch(1);
        var readiness = started(LONG, end::await);
        assertEquals(DOWN, readiness.call().getStatus());
        end.countDown();
        awaitUp(readiness);
    }

    @Test
    void isReadyOnceItsTimeIsOverAndBeginsNoOtherRound() throws InterruptedException {
        var end = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var readiness = started(Duration.ofNanos(1), () -> {
            rounds.incrementAndGet();
            end.await();
            ended.countDown();
        });
        awaitUp(readiness);
        end.countDown();
        ended.await();
        assertEquals(1, rounds.get());
    }

    @Test
    void doesNotRepeatWorkThatFails() {
        var failures = new AtomicInteger();
        awaitUp(started(
                LONG,
                () -> {
                    failures.incrementAndGet();
                    throw new IllegalStateException("no database yet");
                },
                rounds::incrementAndGet));
        assertEquals(1, failures.get());
        assertTrue(rounds.get() >= 100, rounds.toString());
    }

    @Test
    void isReadyAtOnceWithoutWorkOrTimeAndInAProcessThatOnlyMigrates() {
        assertEquals(UP, started(LONG).call().getStatus());
        assertEquals(UP, started(Duration.ZERO, rounds::incrementAndGet).call().getStatus());
        var migrates = new WarmUpReadiness(List.of(rounds::incrementAndGet), LONG, true);
        migrates.start(null);
        assertEquals(UP, migrates.call().getStatus());
        assertEquals(0, rounds.get());
    }
}
