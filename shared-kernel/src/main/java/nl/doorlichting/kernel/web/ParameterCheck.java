package nl.doorlichting.kernel.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks query and path parameters against the resource method before it is called: unknown, empty, repeated and
 * unparsable ones are 400 with all violations together. Plain Quarkus answers 404 or takes the default.
 */
class ParameterCheck {
    private final Map<Method, List<DeclaredParameter>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method == null) {
            return;
        }
        var parameters = declared.computeIfAbsent(method, DeclaredParameters::of);
        var violations = violations(request, parameters);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    private static List<Violation> violations(ContainerRequestContext request, List<DeclaredParameter> parameters) {
        var violations = new ArrayList<Violation>();
        var query = request.getUriInfo().getQueryParameters();
        query.forEach((name, values) -> {
            var known = find(parameters, Violation.In.QUERY, name);
            violations.addAll(known == null ? List.of(unknown(name, parameters)) : known.check(values));
        });
        request.getUriInfo().getPathParameters().forEach((name, values) -> {
            var known = find(parameters, Violation.In.PATH, name);
            violations.addAll(known == null ? List.of() : known.check(values));
        });
        return violations;
    }

    private static DeclaredParameter find(List<DeclaredParameter> parameters, Violation.In in, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.in() == in && parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Violation unknown(String name, List<DeclaredParameter> parameters) {
        var allowed = parameters.stream()
                .filter(parameter -> parameter.in() == Violation.In.QUERY)
                .map(DeclaredParameter::name)
                .sorted()
                .toList();
        return Violation.query(
                name,
                ViolationCode.UNKNOWN_PARAMETER,
                Map.of("allowed", allowed),
                "There is no such parameter; allowed are: " + String.join(", ", allowed) + ".");
    }
}
