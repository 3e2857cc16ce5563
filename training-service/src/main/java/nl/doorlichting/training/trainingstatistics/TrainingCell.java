package nl.doorlichting.training.trainingstatistics;

import java.util.SortedSet;
import java.util.TreeSet;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.QuantitySum;

/** Adds up one row or the total. Each figure compares the periods of its own records only. */
final class TrainingCell {
    private final SessionCount planned = new SessionCount();
    private final SessionCount held = new SessionCount();
    private final SharedDays participantDays = new SharedDays();
    private QuantitySum participants = QuantitySum.ZERO;

    void add(TrainingFact fact) {
        planned.add(fact, fact.planned());
        held.add(fact, fact.held());
        if (fact.countsParticipants()) {
            participantDays.add(fact);
            participants = participants.plus(fact.participants());
        }
    }

    Long planned() {
        return planned.value();
    }

    Long held() {
        return held.value();
    }

    /** Null only when one figure contains another. */
    AggregatedQuantity participants() {
        return participantDays.oneContainsAnother() ? null : participants.aggregate();
    }

    SortedSet<Period> overlapping() {
        var found = new TreeSet<>(participantDays.found());
        found.addAll(planned.overlapping());
        found.addAll(held.overlapping());
        return found;
    }
}
