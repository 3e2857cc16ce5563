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

/** Reports an If-Match that is missing, or is none, together with all other violations of the request. */
@ApplicationScoped
class IfMatchRules implements ParameterRules {
    private final RoutingContext request;

    IfMatchRules(RoutingContext request) {
        this.request = request;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (!takesIfMatch(operation)) {
            return List.of();
        }
        var header = request.request().getHeader(IfMatch.HEADER);
        if (IfMatch.isMissing(header)) {
            return List.of(IfMatch.missing());
        }
        return IfMatch.isReadable(header) ? List.of() : List.of(IfMatch.unreadable());
    }

    private static boolean takesIfMatch(Method operation) {
        return Arrays.stream(operation.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(IfMatch.HEADER));
    }
}
