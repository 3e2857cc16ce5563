package nl.doorlichting.platform.responses;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HeaderParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;

/** Reports a missing If-Match together with all other violations of the request. */
@ApplicationScoped
class IfMatchRules implements ParameterRules {
    private final RoutingContext request;

    IfMatchRules(RoutingContext request) {
        this.request = request;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        return takesIfMatch(operation) && IfMatch.isMissing(request.request().getHeader(IfMatch.HEADER))
                ? List.of(IfMatch.missing())
                : List.of();
    }

    private static boolean takesIfMatch(Method operation) {
        return Arrays.stream(operation.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(IfMatch.HEADER));
    }
}
