package nl.doorlichting.training;

import java.time.Instant;
import java.util.Map;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/** The days of what a source counted. Of days that have not come, nothing was. */
public final class CountedDays {
    private CountedDays() {}

    /** 400 for a period that begins after today. */
    public static void refuseFuture(Period period, Instant now) {
        var today = DutchCalendar.dayOf(now);
        if (period.from().isAfter(today)) {
            throw ProblemException.violation(Violation.body(
                    "/period/from",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", today.toString()),
                    Text.of("record.day-in-future")));
        }
    }
}
