package nl.doorlichting.platform.testing.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the threads of this process were ready to run and had no processor. A thread that sleeps does not notice: it gets one
 * at once, while those that compute wait.
 */
final class WaitForProcessor {
    private static final Path THREADS = Path.of("/proc/self/task");

    private WaitForProcessor() {}

    /** The sum of the threads that there are, in nanoseconds, as Linux counts it; elsewhere 0. */
    static long nanos() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        try (var threads = Files.newDirectoryStream(THREADS)) {
            var sum = 0L;
            for (var thread : threads) {
                sum += nanos(thread);
            }
            return sum;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // The second of three numbers: time on a processor, time in the queue for one, and how often.
    private static long nanos(Path thread) throws IOException {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[1]);
        } catch (IOException unreadable) {
            // One that ended since.
            if (Files.notExists(thread)) {
                return 0;
            }
            throw unreadable;
        }
    }
}
