package nl.doorlichting.training.trainingstatistics;

import java.time.LocalDate;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.quantity.Quantity;
import nl.doorlichting.kernel.quantity.QuantitySum;

/** Facts for tests, which say what matters to them. */
final class Facts {
    private Facts() {}

    static TrainingFact held(String type, Period period, long sessions, long participants) {
        return new TrainingFact(type, period, 1, null, sessions, QuantitySum.of(new Quantity.Exact(participants)));
    }

    static TrainingFact planned(String type, Period period, long sessions) {
        return new TrainingFact(type, period, 1, sessions, null, QuantitySum.ZERO);
    }

    static Period day(int year, int month, int day) {
        var date = LocalDate.of(year, month, day);
        return new Period(date, date.plusDays(1));
    }
}
