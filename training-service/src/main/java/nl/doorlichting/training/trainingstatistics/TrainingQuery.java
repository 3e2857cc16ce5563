package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;

/**
 * What is asked about trainings; null asks for all.
 *
 * @param from first day of the figures wanted
 * @param until first day after them
 */
record TrainingQuery(String programme, LocalDate from, LocalDate until) {
    /** The one dimension that rows can be by. */
    static final String TRAINING_TYPE = "trainingType";

    /** The query; 400 with all violations together when it cannot be asked. */
    static TrainingQuery of(String programme, LocalDate from, LocalDate until, String by) {
        var violations = new ArrayList<Violation>();
        if (by != null && !by.equals(TRAINING_TYPE)) {
            var allowed = Map.<String, Object>of("allowed", List.of(TRAINING_TYPE));
            var detail = "Rows can be by " + TRAINING_TYPE + ".";
            violations.add(Violation.query("by", ViolationCode.UNKNOWN_VALUE, allowed, detail));
        }
        if (from != null && until != null && !from.isBefore(until)) {
            var bound = Map.<String, Object>of("minimum", from.plusDays(1));
            violations.add(Violation.query("until", ViolationCode.OUT_OF_RANGE, bound, "until is not after from."));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        return new TrainingQuery(programme, from, until);
    }

    /** Whether all days of the period are asked for; some are, or the database would not have given it. */
    boolean contains(Period period) {
        return (from == null || !period.from().isBefore(from))
                && (until == null || !period.until().isAfter(until));
    }
}
