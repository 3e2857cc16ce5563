package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** The day it is in the Netherlands: what was decided or handed in was so today or before. */
@ApplicationScoped
class AwardDays {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    AwardDays(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
    }

    /** The day stated, or today; 400 when it is still to come. */
    LocalDate past(LocalDate stated, String pointer) {
        var today = today();
        if (stated != null && stated.isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", today.toString()),
                    "That day is still to come."));
        }
        return stated == null ? today : stated;
    }
}
