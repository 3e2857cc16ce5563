package nl.doorlichting.platform.testing.time;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Time of a processor: on a busy machine work takes longer, and no more of it. */
public final class ProcessorTime {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private ProcessorTime() {}

    /** The result of work that must take less of a processor. Work that does not end is given up. */
    public static <T> T within(Duration most, Callable<T> work) throws Exception {
        // A virtual machine that stands still may count that as work.
        return RunningTime.checked(() -> assertTimeoutPreemptively(LONGEST, () -> {
            var threads = ManagementFactory.getThreadMXBean();
            var begin = threads.getCurrentThreadCpuTime();
            var result = work.call();
            var taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - begin);
            assertTrue(taken.compareTo(most) < 0, () -> "took " + taken + " of a processor");
            return result;
        }));
    }
}
