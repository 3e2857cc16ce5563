package nl.doorlichting.platform.time;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The clock of a running service. In a transaction of a write it is never before the moment at which the database has
 * registered the write, whatever this machine's clock says: what is recorded appears when the transaction ends, and a reader
 * knows by the registration what may still appear ({@link RegisteredWrites}). A clock of another zone, for days, only reads
 * the time. Tests replace it with a fixed one.
 */
final class SystemClock extends Clock {
    private final Clock machine;
    private final Supplier<Optional<Instant>> begun;

    private SystemClock(Clock machine, Supplier<Optional<Instant>> begun) {
        this.machine = machine;
        this.begun = begun;
    }

    /** In microseconds, the precision of PostgreSQL, so that a moment is read back as it was written. */
    private static Clock ticking(ZoneId zone) {
        return Clock.tick(Clock.system(zone), Duration.of(1, ChronoUnit.MICROS));
    }

    @Override
    public Instant instant() {
        // First, because of a registration that is made now the moment is later.
        var registered = begun.get();
        var now = machine.instant();
        return registered.filter(now::isBefore).orElse(now);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return ticking(zone);
    }

    static class Producer {
        @Produces
        @Singleton
        Clock clock(Instance<RegisteredWrites> writes) {
            // The gateway has no database.
            return new SystemClock(
                    ticking(ZoneOffset.UTC), writes.isResolvable() ? writes.get()::begun : Optional::empty);
        }
    }
}
