package nl.doorlichting.platform.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The clock of a running service. Tests replace it with a fixed one. */
class SystemClock {
    /** In microseconds, the precision of PostgreSQL, so that a moment is read back as it was written. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
