package nl.doorlichting.platform.problems;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.edge.PathTemplate;

/** The methods of a path, for the Allow header that RFC 9110 requires with a 405 and the framework omits. */
@ApplicationScoped
class AllowedMethods {
    private record Operation(PathTemplate path, String method) {}

    private final RoutingContext context;
    private final List<Operation> operations;

    AllowedMethods(RoutingContext context, BeanManager beans) {
        this.context = context;
        this.operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                // An interface with a path is a REST client.
                .filter(type -> type.isAnnotationPresent(Path.class) && !type.isInterface())
                .distinct()
                .flatMap(AllowedMethods::operations)
                .toList();
    }

    /** The value of the Allow header, such as {@code GET, HEAD, POST}. */
    String ofCurrentPath() {
        var path = context.request().path();
        return operations.stream()
                .filter(operation -> operation.path().matches(path))
                .map(Operation::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Operation> operations(Class<?> resource) {
        var root = resource.getAnnotation(Path.class).value();
        return Stream.<Class<?>>iterate(resource, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> httpMethods(method).map(name -> new Operation(template(root, method), name)));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static PathTemplate template(String root, Method method) {
        var own = method.isAnnotationPresent(Path.class)
                ? method.getAnnotation(Path.class).value()
                : "";
        return new PathTemplate(root + "/" + own);
    }
}
