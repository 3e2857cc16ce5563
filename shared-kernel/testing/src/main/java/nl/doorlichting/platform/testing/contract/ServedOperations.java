package nl.doorlichting.platform.testing.contract;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.CsvExport;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** The operations that the application under test serves, to compare with {@link OpenApiContract#operations()}. */
public final class ServedOperations {

    private ServedOperations() {}

    /**
     * The operations of all resource classes as {@code GET /v1/things/{id}}, those hidden from the document included.
     * For use inside a {@code @QuarkusTest}.
     */
    public static Set<String> ofApplication() {
        Set<String> served = new TreeSet<>();
        resources().forEach(resource -> {
            served.add(describe(resource));
            if (hasExport(resource)) {
                served.add(describe(resource) + CsvExport.PATH);
            }
        });
        return served;
    }

    /** The classes that serve them. */
    public static Set<Class<?>> classes() {
        return resources().map(RuntimeResource::getResourceClass).collect(Collectors.toSet());
    }

    private static Stream<RuntimeResource> resources() {
        return ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                .flatMap(mapper -> Arrays.stream(mapper.value.handlers))
                .flatMap(ServedOperations::resources);
    }

    private static Stream<RuntimeResource> resources(Object handler) {
        if (!(handler instanceof ClassRoutingHandler routing)) {
            return Stream.empty();
        }
        return routing.getMappers().values().stream()
                .flatMap(methods -> methods.getTemplates().stream())
                .map(path -> path.value)
                // Each method is found once more under no method, for content negotiation.
                .filter(resource -> resource.getHttpMethod() != null);
    }

    /** Exports of lists have no route of their own: a request for one is led to the list. */
    private static boolean hasExport(RuntimeResource resource) {
        return resource.getLazyMethod().getMethod().isAnnotationPresent(CsvExport.class);
    }

    // A parameter's own pattern, {id: [0-9]+}, is no part of a documented path.
    private static String describe(RuntimeResource resource) {
        String path = resource.getClassPath().template + resource.getPath().template;
        String plain = path.replaceAll("\\{\\s*([^:}\\s]+)[^}]*}", "{$1}").replaceAll("/+", "/");
        String noSlash = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
        return resource.getHttpMethod() + " " + noSlash;
    }
}
