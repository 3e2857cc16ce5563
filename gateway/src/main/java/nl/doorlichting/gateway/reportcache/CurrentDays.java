package nl.doorlichting.gateway.reportcache;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import nl.doorlichting.platform.time.DutchCalendar;

/**
 * The days that a report can depend on: what is overdue or yet to come follows from the day in the Netherlands, and what
 * is out of date from that in UTC.
 */
@Singleton
class CurrentDays {
    /** How much the clocks of two machines may differ. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final Clock clock;

    CurrentDays(Clock clock) {
        this.clock = clock;
    }

    /** The days of this moment; empty while a service with another clock may be in another day. */
    Optional<String> now() {
        var now = clock.instant();
        var earliest = days(now.minus(SKEW));
        return earliest.equals(days(now.plus(SKEW))) ? Optional.of(earliest) : Optional.empty();
    }

    private static String days(Instant moment) {
        return DutchCalendar.dayOf(moment) + " " + LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
