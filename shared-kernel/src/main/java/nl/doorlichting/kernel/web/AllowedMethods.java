package nl.doorlichting.kernel.web;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;

/** Which methods a path has: the framework's 405 does not say, and RFC 9110 wants it said. */
@ApplicationScoped
class AllowedMethods {
    private final RoutingContext context;

    AllowedMethods(RoutingContext context) {
        this.context = context;
    }

    /** The value of the Allow header, such as {@code GET, HEAD, POST}. */
    String ofCurrentPath() {
        var path = context.request().path();
        return ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers().stream()
                .flatMap(resource -> methods(resource, path))
                .flatMap(method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> methods(RequestPath<InitialMatch> resource, String path) {
        return Arrays.stream(resource.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .map(ClassRoutingHandler.class::cast)
                .flatMap(handler -> handler.getMappers().entrySet().stream())
                .filter(mapper -> Objects.nonNull(mapper.getKey()))
                .filter(mapper -> mapper.getValue().getTemplates().stream()
                        .anyMatch(
                                method -> new PathTemplate(resource.template.template + "/" + method.template.template)
                                        .matches(path)))
                .map(mapper -> mapper.getKey());
    }
}
