package nl.doorlichting.platform.problems;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.edge.PathTemplate;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.CsvTable;

/**
 * The operations of a path: their methods, for the Allow header that RFC 9110 requires with a 405 and the framework omits,
 * the media types that a 406 and a 415 name, and whether they need a token. The export of a list is an operation too.
 */
@ApplicationScoped
public class PathOperations {
    private static final List<String> WITH_BODY = List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private record Operation(
            String template,
            PathTemplate path,
            String method,
            List<String> produced,
            List<String> consumed,
            boolean needsToken,
            boolean csvExport) {
        Operation(String template, String name, Method method) {
            this(
                    template,
                    new PathTemplate(template),
                    name,
                    producedBy(method),
                    consumedBy(name, method),
                    needsTokenFor(method),
                    false);
        }

        /** The export of this list. */
        Operation export() {
            var path = template + CsvExport.PATH;
            return new Operation(
                    path, new PathTemplate(path), method, List.of(CsvTable.MEDIA_TYPE), List.of(), needsToken, true);
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

    /** The media types that this request can ask for. */
    List<String> produced() {
        return mediaTypes(Operation::produced);
    }

    /** The media types that the body of this request can have. */
    List<String> consumed() {
        return mediaTypes(Operation::consumed);
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

    private List<String> mediaTypes(Function<Operation, List<String>> of) {
        return asked().stream()
                .flatMap(operation -> of.apply(operation).stream())
                .distinct()
                .toList();
    }

    /** The operations of this request, whose template has the fewest parameters of those that match. */
    private List<Operation> asked() {
        var request = context.request();
        var method = request.method() == io.vertx.core.http.HttpMethod.HEAD
                ? HttpMethod.GET
                : request.method().name();
        return mostLiteral(
                ofCurrentPath().filter(operation -> operation.method().equals(method)));
    }

    /** Whether the path of this request is that of the export of a list. */
    public boolean isCsvExport() {
        return context.request().path().endsWith(CsvExport.PATH)
                && ofCurrentPath().anyMatch(Operation::csvExport);
    }

    /** The value of the Allow header, such as {@code GET, HEAD, POST, OPTIONS}; empty if the path has no operation. */
    public String allow() {
        // The path of an export is that of no record, though the template of a record matches it.
        var exports = ofCurrentPath().filter(Operation::csvExport).toList();
        var methods = (exports.isEmpty() ? ofCurrentPath() : exports.stream())
                .map(Operation::method)
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .toList();
        return methods.isEmpty()
                ? ""
                : Stream.concat(methods.stream(), Stream.of(HttpMethod.OPTIONS)).collect(Collectors.joining(", "));
    }

    private static List<Operation> mostLiteral(Stream<Operation> operations) {
        var matching = operations.toList();
        var fewest = matching.stream().mapToLong(Operation::parameters).min().orElse(0);
        return matching.stream()
                .filter(operation -> operation.parameters() == fewest)
                .toList();
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
        var operation = new Operation(path, name, method);
        return method.isAnnotationPresent(CsvExport.class)
                ? Stream.of(operation, operation.export())
                : Stream.of(operation);
    }

    private static boolean needsTokenFor(Method method) {
        var allowed = method.getAnnotation(Allowed.class);
        return allowed == null || !AccessRule.named(allowed.value()).isPublic();
    }

    private static List<String> producedBy(Method method) {
        return annotation(method, Produces.class)
                .map(produces -> List.of(produces.value()))
                .orElse(List.of());
    }

    // The annotation of the class is for those of its methods that take a body.
    private static List<String> consumedBy(String name, Method method) {
        return WITH_BODY.contains(name)
                ? annotation(method, Consumes.class)
                        .map(consumes -> List.of(consumes.value()))
                        .orElse(List.of())
                : List.of();
    }

    /** That of the method, else that of its class. */
    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return Stream.of(method, method.getDeclaringClass())
                .map(element -> element.getAnnotation(type))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
