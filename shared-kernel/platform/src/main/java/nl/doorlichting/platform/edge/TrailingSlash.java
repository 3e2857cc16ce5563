package nl.doorlichting.platform.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers 404 to a path that ends with a slash (NL GOV /core/no-trailing-slash), because the framework would serve it.
 */
class TrailingSlash {
    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request, RoutingContext context) {
        var path = context.request().path();
        if (path.length() > 1 && path.endsWith("/")) {
            throw new NotFoundException();
        }
    }
}
