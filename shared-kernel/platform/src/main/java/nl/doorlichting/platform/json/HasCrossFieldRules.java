package nl.doorlichting.platform.json;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** A request body with rules between its fields, which are answered together with those of each field. */
public interface HasCrossFieldRules {
    /** What breaks a rule between fields; any of them may be null, for the body need not be right otherwise. */
    List<Violation> crossViolations();
}
