package nl.doorlichting.platform.json;

import java.util.List;
import java.util.function.Predicate;
import nl.doorlichting.platform.problems.Violation;

/** A request body with rules between its fields. Their violations are reported together with those of the fields. */
public interface HasCrossFieldRules {
    /** The broken rules between fields. Any field can be null, because the rules run on invalid bodies too. */
    List<Violation> crossViolations();

    /**
     * The same, without rules that would say of a field that it is missing because another one cannot be read.
     *
     * @param isBroken whether a violation is known of the field at a pointer
     */
    default List<Violation> crossViolations(Predicate<String> isBroken) {
        return crossViolations();
    }
}
