package nl.doorlichting.gateway.reports;

import java.util.Map;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The parameter {@code programme} of a report that is of one programme. */
public final class RequiredProgramme {
    private RequiredProgramme() {}

    /** The code as given; 400 without one. */
    public static String of(String programme) {
        if (programme == null) {
            throw ProblemException.violation(Violation.query(
                    "programme", ViolationCode.REQUIRED, Map.of(), Text.of("report.programme-required")));
        }
        return programme;
    }
}
