package nl.doorlichting.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process, which sends no event. */
public final class Polling {
    private static final long STEP_MILLIS = 50;

    private Polling() {}

    /** Whether the condition became true in time. It is checked at least once. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted");
        }
    }
}
