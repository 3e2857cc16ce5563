package nl.doorlichting.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Checks of days that follow others: nothing is handed in, due or decided before the decision that it follows. */
public final class DayChecks {
    private DayChecks() {}

    /** Notes a day before the earliest one that is possible; null passes. */
    public static void notBefore(String pointer, LocalDate day, LocalDate earliest, List<Violation> violations) {
        if (day != null && earliest != null && day.isBefore(earliest)) {
            violations.add(Violation.body(
                    pointer,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", earliest.toString()),
                    Text.of("day.too-early", earliest)));
        }
    }
}
