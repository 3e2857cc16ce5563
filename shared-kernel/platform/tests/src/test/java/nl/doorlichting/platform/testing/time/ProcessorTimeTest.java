package nl.doorlichting.platform.testing.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    private static final Duration MOST = Duration.ofMillis(100);

    @Test
    void rejectsWorkThatTakesMore() {
        assertThrows(AssertionError.class, () -> ProcessorTime.within(MOST, working(MOST)));
    }

    @Test
    void countsNoWaiting() throws Exception {
        var never = new CountDownLatch(1);
        assertEquals(
                false,
                ProcessorTime.within(
                        MOST, () -> never.await(MOST.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS)));
    }

    @Test
    void passesFailureOn() {
        assertThrows(
                IllegalStateException.class,
                () -> ProcessorTime.within(MOST, () -> {
                    throw new IllegalStateException("wrong");
                }));
    }

    private static Callable<Boolean> working(Duration time) {
        return () -> {
            var threads = ManagementFactory.getThreadMXBean();
            var end = threads.getCurrentThreadCpuTime() + time.toNanos();
            while (threads.getCurrentThreadCpuTime() < end) {
                Thread.onSpinWait();
            }
            return true;
        };
    }
}
