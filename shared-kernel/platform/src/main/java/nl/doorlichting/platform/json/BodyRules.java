package nl.doorlichting.platform.json;

import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/**
 * What an application requires of a body beyond what its record states, such as that a record which it names is there. A
 * bean of this type is asked only of a body that is refused already, so that its violations are reported with the others.
 */
public interface BodyRules {
    /** What else is wrong with the body; any field can be null. */
    List<Violation> furtherViolations(Record body);
}
