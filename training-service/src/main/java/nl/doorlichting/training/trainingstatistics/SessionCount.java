package nl.doorlichting.training.trainingstatistics;

import java.util.SortedSet;
import nl.doorlichting.domain.period.Period;

/** Adds up a number of sessions. */
final class SessionCount {
    private final SharedDays days = new SharedDays();
    private Long sum;

    void add(TrainingFact fact, Long sessions) {
        if (sessions == null) {
            return;
        }
        days.add(fact);
        sum = sum == null ? sessions : Math.addExact(sum, sessions);
    }

    /** Null when nothing is recorded, and when one figure contains another. */
    Long value() {
        return days.oneContainsAnother() ? null : sum;
    }

    SortedSet<Period> overlapping() {
        return days.found();
    }
}
