package nl.doorlichting.platform.json;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** A request body with rules between its fields. Their violations are reported together with those of the fields. */
public interface HasCrossFieldRules {
    /** The broken rules between fields. Any field can be null, because the rules run on invalid bodies too. */
    List<Violation> crossViolations();
}
