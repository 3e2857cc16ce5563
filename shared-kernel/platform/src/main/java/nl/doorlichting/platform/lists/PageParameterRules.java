package nl.doorlichting.platform.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;

/**
 * Reports a sort or cursor that is wrong together with all other violations of the request. The order of the list checks
 * both again, and that the cursor is of it.
 */
@ApplicationScoped
class PageParameterRules implements ParameterRules {
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        return Arrays.stream(operation.getParameters())
                .map(parameter -> parameter.getAnnotation(SortedBy.class))
                .filter(Objects::nonNull)
                .flatMap(sorted -> violations(ListKeys.of(sorted.value(), sorted.keys()), query))
                .toList();
    }

    private static Stream<Violation> violations(ListKeys keys, Map<String, List<String>> query) {
        return Stream.concat(
                query.getOrDefault("sort", List.of()).stream()
                        .flatMap(sort -> SortOrder.violations(sort, keys).stream()),
                query.getOrDefault("cursor", List.of()).stream()
                        .flatMap(cursor -> Cursor.violations(cursor, keys).stream()));
    }
}
