package nl.doorlichting.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day in the Netherlands, which begins before the day in UTC, and the moment. */
@ApplicationScoped
public class DutchCalendar {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    DutchCalendar(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(AMSTERDAM));
    }

    public Instant now() {
        return clock.instant();
    }
}
