package nl.doorlichting.platform.testing.time;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/**
 * Time in which this process ran. A machine of tests may stand still for seconds, or have so much to do that everything takes
 * ten times as long: then time limits end what would have been in time. That shows nothing about the application.
 */
public final class RunningTime implements AutoCloseable {
    // The tests of the launcher have no other.
    private static final System.Logger LOG = System.getLogger(RunningTime.class.getName());
    private static final int MOST_TRIES = 5;
    private static final Heartbeat HEARTBEAT = new Heartbeat(System::nanoTime, WaitForProcessor::nanos);

    private final Heartbeat heartbeat;
    private final long begin;
    private final long pausedBefore;

    private RunningTime(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
        heartbeat.use();
        this.begin = heartbeat.now();
        this.pausedBefore = heartbeat.paused();
    }

    /** What a test checks. */
    public interface Check {
        void run() throws Exception;
    }

    /** Time counts from now on; to be closed. */
    public static RunningTime start() {
        return start(HEARTBEAT);
    }

    static RunningTime start(Heartbeat heartbeat) {
        return new RunningTime(heartbeat);
    }

    /** The time since the start, without that in which the process stood still. */
    public Duration taken() {
        return sinceBegin().minus(stoodStill());
    }

    /** How long the process stood still since the start. */
    public Duration stoodStill() {
        return Duration.ofNanos(heartbeat.paused() - pausedBefore);
    }

    /**
     * Whether the machine did other things: this process stood still, or its threads waited for a processor, together for a
     * tenth of the time and more.
     */
    private boolean isDisturbed(Duration waited) {
        return !stoodStill().isZero() || waited.multipliedBy(10).compareTo(sinceBegin()) > 0;
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(heartbeat.now() - begin);
    }

    @Override
    public void close() {
        heartbeat.leave();
    }

    /**
     * Runs a check that depends on time limits, and runs it again where it fails and the process stood still meanwhile or waited
     * for a processor.
     */
    public static void check(Check check) throws Exception {
        check(HEARTBEAT, check);
    }

    /** The same for one that has a result. */
    public static <T> T checked(Callable<T> check) throws Exception {
        return checked(HEARTBEAT, check);
    }

    static void check(Heartbeat heartbeat, Check check) throws Exception {
        checked(heartbeat, () -> {
            check.run();
            return null;
        });
    }

    private static <T> T checked(Heartbeat heartbeat, Callable<T> check) throws Exception {
        for (var tries = 1; ; tries++) {
            // Only here, because it reads a file of each thread: for every request of a test that took a third of the
            // time.
            var waitedBefore = heartbeat.waited();
            try (var time = start(heartbeat)) {
                try {
                    return check.call();
                } catch (Exception | AssertionError failure) {
                    var waited = Duration.ofNanos(heartbeat.waited() - waitedBefore);
                    if (!time.isDisturbed(waited) || tries == MOST_TRIES) {
                        throw failure;
                    }
                    LOG.log(
                            System.Logger.Level.INFO,
                            "Checked again, because the process stood still for {0} and its threads waited for a processor for"
                                    + " {1} of {2}: {3}",
                            time.stoodStill(),
                            waited,
                            time.sinceBegin(),
                            failure);
                }
            }
        }
    }

    /** A thread that wakes often. Where it does not, nothing in this process ran. It ends soon after its last use. */
    static final class Heartbeat {
        private static final Duration BEAT = Duration.ofMillis(20);
        /** On a busy machine a thread may wait for a processor for some time. */
        static final Duration LEAST_PAUSE = Duration.ofMillis(150);

        private static final Duration LINGERS = Duration.ofSeconds(2);

        private final LongSupplier clock;
        private final LongSupplier waited;
        private int users;
        private boolean beats;
        private long lastUse;
        private long lastBeat;
        private long paused;

        Heartbeat(LongSupplier clock, LongSupplier waited) {
            this.clock = clock;
            this.waited = waited;
        }

        long now() {
            return clock.getAsLong();
        }

        long waited() {
            return waited.getAsLong();
        }

        synchronized void use() {
            users++;
            if (!beats) {
                beats = true;
                lastBeat = now();
                var thread = new Thread(this::run, "heartbeat");
                thread.setDaemon(true);
                thread.start();
            }
        }

        synchronized void leave() {
            users--;
            lastUse = now();
        }

        /** All pauses so far in nanoseconds, also that from which the process has just woken. */
        synchronized long paused() {
            return paused + sinceBeat();
        }

        synchronized void beat() {
            paused += sinceBeat();
            lastBeat = now();
            beats = users > 0 || lastBeat - lastUse < LINGERS.toNanos();
        }

        private long sinceBeat() {
            var since = now() - lastBeat;
            return since < LEAST_PAUSE.toNanos() ? 0 : since;
        }

        private synchronized boolean beats() {
            return beats;
        }

        private void run() {
            while (beats()) {
                try {
                    Thread.sleep(BEAT.toMillis());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
                beat();
            }
        }
    }
}
