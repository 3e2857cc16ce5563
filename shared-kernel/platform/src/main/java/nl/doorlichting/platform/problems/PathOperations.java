package nl.doorlichting.platform.problems;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.edge.PathTemplate;

/**
 * The operations of a path: their methods, for the Allow header that RFC 9110 requires with a 405 and the framework omits,
 * the media types that a 406 names, and whether they need a token.
 */
@ApplicationScoped
public class PathOperations {
    private record Operation(
            String template, PathTemplate path, String method, List<String> mediaTypes, boolean needsToken) {}

    private final RoutingContext context;
    private final List<Operation> operations;

    PathOperations(RoutingContext context, BeanManager beans) {
        this.context = context;
        this.operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                // An interface with a path is a REST client.
                .filter(type -> type.isAnnotationPresent(Path.class) && !type.isInterface())
                .distinct()
                .flatMap(PathOperations::operations)
                .toList();
    }

    /** The media types that this request can ask for. A path without parameters comes before a template that matches it. */
    List<String> mediaTypes() {
        return asked().stream()
                .flatMap(operation -> operation.mediaTypes().stream())
                .distinct()
                .toList();
    }

    /**
     * Whether a client without a token learns why this request reaches no operation. It does if it asks for an operation
     * that needs none, and with another method if the path has such an operation.
     */
    boolean isPublic() {
        var asked = asked();
        return asked.isEmpty()
                ? ofCurrentPath().anyMatch(operation -> !operation.needsToken())
                : asked.stream().noneMatch(Operation::needsToken);
    }

    private List<Operation> asked() {
        var request = context.request();
        var method = request.method() == io.vertx.core.http.HttpMethod.HEAD
                ? HttpMethod.GET
                : request.method().name();
        var matching = ofCurrentPath()
                .filter(operation -> operation.method().equals(method))
                .toList();
        var literal = matching.stream()
                .filter(operation -> operation.template().equals(request.path()))
                .toList();
        return literal.isEmpty() ? matching : literal;
    }

    /** The value of the Allow header, such as {@code GET, HEAD, POST}; empty if the path has no operation. */
    public String allow() {
        return ofCurrentPath()
                .map(Operation::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Stream<Operation> ofCurrentPath() {
        var path = context.request().path();
        return operations.stream().filter(operation -> operation.path().matches(path));
    }

    private static Stream<Operation> operations(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> httpMethods(method).map(name -> operation(root, method, name)));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static Operation operation(String root, Method method, String name) {
        var template = method.isAnnotationPresent(Path.class)
                ? root + "/" + method.getAnnotation(Path.class).value()
                : root;
        var path = template.replaceAll("/+", "/");
        return new Operation(path, new PathTemplate(path), name, mediaTypes(method), needsToken(method));
    }

    private static boolean needsToken(Method method) {
        var allowed = method.getAnnotation(Allowed.class);
        return allowed == null || !AccessRule.named(allowed.value()).isPublic();
    }

    private static List<String> mediaTypes(Method method) {
        return Stream.of(method, method.getDeclaringClass())
                .map(element -> element.getAnnotation(Produces.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(produces -> List.of(produces.value()))
                .orElse(List.of());
    }
}
