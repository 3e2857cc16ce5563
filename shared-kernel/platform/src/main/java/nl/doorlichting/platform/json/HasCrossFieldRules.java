package nl.doorlichting.platform.json;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** A request body with rules between its fields. Their violations are reported together with those of the fields. */
public interface HasCrossFieldRules {
    /** What breaks a rule between fields; any of them may be null, for the body need not be right otherwise. */
    List<Violation> crossViolations();
}
