package nl.doorlichting.api.figures;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The parameter {@code asOf} of an answer that has what was recorded by a moment. */
public final class RecordedMoment {
    private RecordedMoment() {}

    /** 400 for a moment that is to come; null passes. */
    public static void refuseFuture(Instant asOf, Instant now) {
        ProblemException.refuse(future(asOf, now));
    }

    /** The violation of a moment that is to come; none for null. */
    static List<Violation> future(Instant asOf, Instant now) {
        return asOf == null || !asOf.isAfter(now)
                ? List.of()
                : List.of(Violation.query(
                        "asOf", ViolationCode.OUT_OF_RANGE, Map.of("maximum", now), Text.of("figures.as-of-in-future")));
    }
}
