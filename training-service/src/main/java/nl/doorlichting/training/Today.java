package nl.doorlichting.training;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What day and moment it is for trainings: a session is on a day in the Netherlands, which begins before that in UTC. */
@ApplicationScoped
public class Today {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    Today(Clock clock) {
        this.clock = clock;
    }

    public LocalDate day() {
        return LocalDate.now(clock.withZone(AMSTERDAM));
    }

    public Instant now() {
        return clock.instant();
    }
}
