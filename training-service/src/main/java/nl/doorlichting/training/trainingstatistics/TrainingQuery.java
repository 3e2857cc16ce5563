package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import nl.doorlichting.kernel.period.Period;

/**
 * What is asked about trainings; null asks for all.
 *
 * @param from first day of the figures wanted
 * @param until first day after them
 */
record TrainingQuery(String programme, LocalDate from, LocalDate until) {

    /** Whether all days of the period are asked for; some are, or the database would not have given it. */
    boolean contains(Period period) {
        return (from == null || !period.from().isBefore(from))
                && (until == null || !period.until().isAfter(until));
    }
}
