package nl.doorlichting.training.advicequestions;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** A query of statistics about questions; null is all. */
record AdviceQuery(
        String programme,
        LocalDate from,
        LocalDate until,
        Set<AdviceDimension> by,
        AskerKind askedBy,
        AdviceTheme theme) {

    AdviceQuery {
        if (from != null && until != null && !from.isBefore(until)) {
            throw ProblemException.violation(Violation.query(
                    "until",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", from.plusDays(1)),
                    "until is not after from."));
        }
    }

    boolean by(AdviceDimension dimension) {
        return by.contains(dimension);
    }

    boolean contains(Period period) {
        return (from == null || !period.from().isBefore(from))
                && (until == null || !period.until().isAfter(until));
    }
}
