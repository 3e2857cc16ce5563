package nl.doorlichting.platform.parameters;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.problems.EarlierViolations;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.refusals.GatewayRefusal;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks query and path parameters against the resource method before it is called. Unknown, empty, repeated,
 * unparsable and garbled parameters are a 400 with all violations together. Plain Quarkus answers 404 or takes the
 * default.
 */
class ParameterCheck {
    private final Map<Method, List<DeclaredParameter>> declared = new ConcurrentHashMap<>();
    private final Instance<ParameterRules> rules;

    ParameterCheck(@Any Instance<ParameterRules> rules) {
        this.rules = rules;
    }

    @ServerRequestFilter
    Uni<Void> check(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        var method = resource.getResourceMethod();
        if (method == null || method.isAnnotationPresent(ExplainsItsQuery.class)) {
            return null;
        }
        var parameters = declared.computeIfAbsent(method, DeclaredParameters::of);
        // Names are case-sensitive here. UriInfo puts the values of names that differ by case together.
        var query = new QueryStringDecoder(context.request().uri()).parameters();
        var violations = violations(request, context.request().query(), query, parameters);
        if (GatewayRefusal.isStated(context) && (!readsItsBody(method) || hasBody(context.request()))) {
            // The operation is refused at its end.
            violations.removeIf(violation -> GatewayRefusal.PARAMETER.equals(violation.name()));
        }
        var named = violations.stream().map(Violation::name).collect(Collectors.toSet());
        rules.stream()
                .flatMap(rule -> rule.violations(method, query).stream())
                .filter(violation -> !named.contains(violation.name()))
                .forEach(violations::add);
        if (hasUnexpectedBody(method, context.request())) {
            violations.add(Violation.body("", ViolationCode.NOT_ALLOWED, Text.of("request.takes-no-body")));
        }
        if (violations.isEmpty()) {
            return null;
        }
        if (readsBody(method, request.getMediaType()) || readsItsBody(method) && hasBody(context.request())) {
            EarlierViolations.keep(context, violations);
            return null;
        }
        if (violations.stream().allMatch(IfMatch::isMissing)) {
            return null;
        }
        return refused(violations, named, method, query);
    }

    private static boolean readsItsBody(Method method) {
        return List.of(method.getParameterTypes()).contains(InputStream.class);
    }

    private Uni<Void> refused(
            List<Violation> violations, Set<String> named, Method method, Map<String, List<String>> query) {
        return Multi.createFrom()
                .items(rules.stream())
                .onItem()
                .transformToUniAndConcatenate(rule -> rule.furtherViolations(method, query))
                .collect()
                .asList()
                .map(further -> {
                    var more = further.stream()
                            .flatMap(List::stream)
                            .filter(violation -> !named.contains(violation.name()))
                            .toList();
                    var ofAll =
                            more.stream().filter(ParameterCheck::isOfAllValues).toList();
                    violations.addAll(more);
                    violations.removeIf(one -> !ofAll.contains(one)
                            && ofAll.stream().anyMatch(other -> other.name().equals(one.name())));
                    throw ProblemException.violations(violations);
                });
    }

    private static boolean isOfAllValues(Violation violation) {
        return Stream.of("value", "rejected").noneMatch(violation.parameters()::containsKey);
    }

    /** Whether a write has a body that would be ignored. Two bytes say nothing: many clients send {} with every POST. */
    private static boolean hasUnexpectedBody(Method method, HttpServerRequest request) {
        if (request.method() == HttpMethod.GET
                || request.method() == HttpMethod.HEAD
                || Stream.of(method.getParameters()).anyMatch(ParameterCheck::isBody)) {
            return false;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return hasBody(request) && (length == null || !length.matches("[0-2]"));
    }

    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || length != null && !length.equals("0");
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getType().isRecord()
                || parameter.getType() == MergePatch.class
                || parameter.getType() == InputStream.class;
    }

    // A body of another media type is not read, so its violations are not known.
    private static boolean readsBody(Method method, MediaType body) {
        return body != null
                && Stream.of(method.getParameterTypes())
                        .anyMatch(type -> type.isRecord()
                                        && (body.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                                                || body.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE))
                                || type == MergePatch.class
                                        && body.isCompatible(
                                                method.isAnnotationPresent(PATCH.class)
                                                        ? MergePatch.TYPE
                                                        : MediaType.APPLICATION_JSON_TYPE));
    }

    private static List<Violation> violations(
            ContainerRequestContext request,
            String rawQuery,
            Map<String, List<String>> query,
            List<DeclaredParameter> parameters) {
        var garbled = QueryEncoding.garbledParameters(rawQuery);
        var violations = new ArrayList<Violation>();
        garbled.forEach(name -> violations.add(notText(name)));
        query.forEach((name, values) -> {
            if (garbled.contains(name)) {
                return;
            }
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

    private static Violation notText(String name) {
        return Violation.query(name, ViolationCode.WRONG_ENCODING, Map.of(), Text.of("parameter.not-utf-8"));
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
                allowed.isEmpty() ? Text.of("parameter.none") : Text.of("parameter.unknown", allowed));
    }
}
