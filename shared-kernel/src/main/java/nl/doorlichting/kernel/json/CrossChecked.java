package nl.doorlichting.kernel.json;

import java.util.List;
import nl.doorlichting.kernel.problem.Violation;

/** A request body with rules between its fields, which are answered together with those of each field. */
public interface CrossChecked {
    /** What breaks a rule between fields; any of them may be null, for the body need not be right otherwise. */
    List<Violation> crossViolations();
}
