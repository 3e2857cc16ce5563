package nl.doorlichting.platform.parameters;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.Violation;

/**
 * What an application requires of the query parameters of an operation beyond what it declares of each. A bean of this type
 * is asked before the operation is called, so that its violations are reported with all others.
 */
public interface ParameterRules {
    /**
     * What breaks the rules. A parameter that has another violation already gets no second one.
     *
     * @param query as given, so that a value may be of the wrong type
     */
    default List<Violation> violations(Method operation, Map<String, List<String>> query) {
        return List.of();
    }

    /**
     * What else is wrong with a request that is refused already, if finding out takes a while. A violation that names no value of
     * its parameter is about all of them, and stands in place of any other.
     */
    default Uni<List<Violation>> furtherViolations(Method operation, Map<String, List<String>> query) {
        return Uni.createFrom().item(List.of());
    }
}
