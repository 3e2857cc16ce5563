package nl.doorlichting.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Days of the Netherlands, in which terms of the law are counted: a day begins there before it begins in UTC. */
@ApplicationScoped
public class DutchCalendar {
    /** The time zone of the Netherlands. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    public DutchCalendar(Clock clock) {
        this.clock = clock;
    }

    /** The day in the Netherlands at this moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /**
     * Refuses a day in the future; null is none.
     *
     * @throws ProblemException 400 with a violation at the pointer
     */
    public void refuseFuture(LocalDate day, String pointer) {
        var today = today();
        if (day != null && day.isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", today.toString()),
                    Text.of("day.in-future")));
        }
    }
}
