package nl.doorlichting.gateway.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import nl.doorlichting.gateway.contract.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceCircuitsTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int AT_ONCE = 20;
    private static final int WRITES = 15;
    private static final Duration WAIT = Duration.ofMillis(1500);

    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ServiceCircuits circuits = new ServiceCircuits(PAUSE, AT_ONCE, WRITES, metrics, clock);

    static Stream<Exception> silences() {
        return Stream.of(
                new TimeoutException(),
                new io.smallrye.mutiny.TimeoutException(),
                new IllegalStateException(new ConnectTimeoutException()));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void opensWhenServiceDoesNotAnswer(Exception silence) {
        failAfter(4, WAIT, silence);
        assertFalse(circuits.isOpen(Service.TRAINING));
        failAfter(1, WAIT, silence);
        assertTrue(circuits.isOpen(Service.TRAINING));
        assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
        assertEquals(1, metric("open").gauge().value());
        assertEquals(1, metric("refused").counter().count());
        assertTrue(circuits.attempt(Service.FUNDING).isPresent());
    }

    @Test
    void opensSoonWhateverWasAnsweredBefore() {
        answer(1000);
        failAfter(4, WAIT, new TimeoutException());
        assertFalse(circuits.isOpen(Service.TRAINING));
        failAfter(1, WAIT, new TimeoutException());
        assertTrue(circuits.isOpen(Service.TRAINING));
    }

    @Test
    void staysClosedWhileMostRequestsAreAnswered() {
        for (int i = 0; i < 20; i++) {
            answer(2);
            failAfter(1, WAIT, new TimeoutException());
        }
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    /** Of a service that has more to do than it can, most reads may be late while writes, which may take longer, are answered. */
    @Test
    void staysClosedWhileServiceAnswersOthers() {
        for (int i = 0; i < 20; i++) {
            var other = circuits.attempt(Service.TRAINING, true).orElseThrow();
            var late = Stream.generate(() -> circuits.attempt(Service.TRAINING).orElseThrow())
                    .limit(9)
                    .toList();
            clock.passes(WAIT);
            other.answered();
            late.forEach(attempt -> attempt.failed(new TimeoutException()));
        }
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    /** Its caller does not wait for it, and the next request finds the service as soon as it is back. */
    @Test
    void doesNotCountWhatFailsAtOnce() {
        failAfter(20, Duration.ZERO, new ConnectException("refused"));
        failAfter(20, WAIT, new IllegalStateException("connection was closed"));
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    @Test
    void doesNotCountRequestThatHadNoTimeLeft() {
        failAfter(20, Duration.ofMillis(100), new TimeoutException());
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    @Test
    void doesNotCountRequestWhoseCallerLeft() {
        for (int i = 0; i < 20; i++) {
            circuits.attempt(Service.TRAINING).orElseThrow().abandoned();
        }
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    @Test
    void closesAgainWithFirstAnswer() {
        failAfter(5, WAIT, new TimeoutException());
        clock.passes(PAUSE.plusMillis(1));
        var probe = circuits.attempt(Service.TRAINING).orElseThrow();
        assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
        probe.answered();
        probe.failed(new TimeoutException());
        assertFalse(circuits.isOpen(Service.TRAINING));
        assertTrue(circuits.attempt(Service.TRAINING).isPresent());
    }

    @Test
    void staysOpenWhenTryHasNoAnswer() {
        failAfter(5, WAIT, new TimeoutException());
        clock.passes(PAUSE.plusMillis(1));
        failAfter(1, WAIT, new TimeoutException());
        assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
    }

    /** Otherwise a circuit would stay half open for ever. */
    @Test
    void triesAgainWhenCallerOfTryLeft() {
        failAfter(5, WAIT, new TimeoutException());
        clock.passes(PAUSE.plusMillis(1));
        circuits.attempt(Service.TRAINING).orElseThrow().abandoned();
        circuits.attempt(Service.TRAINING).orElseThrow().failed(new ConnectException("refused"));
        circuits.attempt(Service.TRAINING).orElseThrow().answered();
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    @Test
    void limitsRequestsThatWaitForEachService() {
        var waiting = Stream.generate(() -> circuits.attempt(Service.TRAINING).orElseThrow())
                .limit(AT_ONCE)
                .toList();
        assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
        assertEquals(
                1,
                metrics.get("doorlichting.admission.refused")
                        .tag("reason", "full")
                        .counter()
                        .count());
        assertEquals(0, metric("refused").counter().count());
        assertTrue(circuits.attempt(Service.FUNDING).isPresent());
        assertFalse(circuits.isOpen(Service.TRAINING));
        waiting.get(0).answered();
        waiting.get(0).abandoned();
        waiting.get(1).leavePlace();
        waiting.get(1).failed(new ConnectException("refused"));
        var two = List.of(
                circuits.attempt(Service.TRAINING).orElseThrow(),
                circuits.attempt(Service.TRAINING).orElseThrow());
        assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
        two.forEach(ServiceCircuits.Attempt::answered);
        waiting.forEach(ServiceCircuits.Attempt::abandoned);
        answer(AT_ONCE);
    }

    @Test
    void leavesPlacesForReadsWhenAllWritesWait() {
        var writes = Stream.generate(
                        () -> circuits.attempt(Service.TRAINING, true).orElseThrow())
                .limit(WRITES)
                .toList();
        assertTrue(circuits.attempt(Service.TRAINING, true).isEmpty());
        assertTrue(circuits.refusesAsFull(Service.TRAINING, true));
        assertFalse(circuits.refusesAsFull(Service.TRAINING, false));
        assertFalse(circuits.refusesAsFull(Service.FUNDING, true));
        var reads = Stream.generate(() -> circuits.attempt(Service.TRAINING).orElseThrow())
                .limit(AT_ONCE - WRITES)
                .toList();
        assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
        writes.get(0).answered();
        reads.get(0).answered();
        circuits.attempt(Service.TRAINING, true).orElseThrow().answered();
    }

    @Test
    void keepsNoPlaceOfWriteThatFoundNoneLeftByReads() {
        var reads = Stream.generate(() -> circuits.attempt(Service.TRAINING).orElseThrow())
                .limit(AT_ONCE)
                .toList();
        for (int i = 0; i < 2 * WRITES; i++) {
            assertTrue(circuits.attempt(Service.TRAINING, true).isEmpty());
        }
        reads.get(0).answered();
        circuits.attempt(Service.TRAINING, true).orElseThrow().answered();
    }

    /** Its place is back, so that a later request may be the try. */
    @Test
    void keepsNoPlaceOfRequestThatOpenCircuitRefused() {
        failAfter(5, WAIT, new TimeoutException());
        for (int i = 0; i < 2 * AT_ONCE; i++) {
            assertTrue(circuits.attempt(Service.TRAINING).isEmpty());
        }
        clock.passes(PAUSE.plusMillis(1));
        circuits.attempt(Service.TRAINING).orElseThrow().answered();
        assertFalse(circuits.isOpen(Service.TRAINING));
    }

    private void answer(int times) {
        for (int i = 0; i < times; i++) {
            circuits.attempt(Service.TRAINING).orElseThrow().answered();
        }
    }

    private void failAfter(int times, Duration wait, Exception failure) {
        var attempts = Stream.generate(() -> circuits.attempt(Service.TRAINING).orElseThrow())
                .limit(times)
                .toList();
        clock.passes(wait);
        attempts.forEach(attempt -> attempt.failed(failure));
    }

    private io.micrometer.core.instrument.search.RequiredSearch metric(String name) {
        return metrics.get("doorlichting.circuit." + name).tag("service", "training-service");
    }

    private static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
