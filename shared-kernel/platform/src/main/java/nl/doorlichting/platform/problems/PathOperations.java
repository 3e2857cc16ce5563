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
import nl.doorlichting.platform.edge.PathTemplate;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.CsvTable;

/**
 * The operations of a path: their methods, for the Allow header that RFC 9110 requires with a 405 and the framework omits,
 * and the media types that a 406 names. The export of a list is an operation too.
 */
@ApplicationScoped
public class PathOperations {
    private record Operation(
            String template, PathTemplate path, String method, List<String> mediaTypes, boolean csvExport) {
        Operation(String template, String method, List<String> mediaTypes, boolean csvExport) {
            this(template, new PathTemplate(template), method, mediaTypes, csvExport);
        }

        long parameters() {
            return template.chars().filter(c -> c == '{').count();
        }
    }

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

    /** The media types that this request can ask for. The template with the fewest parameters has it. */
    List<String> mediaTypes() {
        var request = context.request();
        var method = request.method() == io.vertx.core.http.HttpMethod.HEAD
                ? HttpMethod.GET
                : request.method().name();
        var matching = ofCurrentPath()
                .filter(operation -> operation.method().equals(method))
                .toList();
        var fewest = matching.stream().mapToLong(Operation::parameters).min().orElse(0);
        return matching.stream()
                .filter(operation -> operation.parameters() == fewest)
                .flatMap(operation -> operation.mediaTypes().stream())
                .distinct()
                .toList();
    }

    /** Whether the path of this request is that of the export of a list. */
    public boolean isCsvExport() {
        return context.request().path().endsWith(CsvExport.PATH)
                && ofCurrentPath().anyMatch(Operation::csvExport);
    }

    /** The value of the Allow header, such as {@code GET, HEAD, POST}. */
    String allow() {
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
                .flatMap(method -> httpMethods(method).flatMap(name -> operations(root, method, name)));
    }

    private static Stream<String> httpMethods(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static Stream<Operation> operations(String root, Method method, String name) {
        var template = method.isAnnotationPresent(Path.class)
                ? root + "/" + method.getAnnotation(Path.class).value()
                : root;
        var path = template.replaceAll("/+", "/");
        var operation = new Operation(path, name, mediaTypes(method), false);
        return method.isAnnotationPresent(CsvExport.class)
                ? Stream.of(operation, new Operation(path + CsvExport.PATH, name, List.of(CsvTable.MEDIA_TYPE), true))
                : Stream.of(operation);
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
