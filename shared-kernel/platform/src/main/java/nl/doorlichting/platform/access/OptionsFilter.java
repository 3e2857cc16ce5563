package nl.doorlichting.platform.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.problems.PathOperations;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers OPTIONS with the methods of the path (RFC 9110, 9.3.7), and with the media type of its changes (RFC 5789, 3.1).
 * It needs no token, because the contract is public.
 */
class OptionsFilter {
    private final PathOperations operations;
    private final RoutingContext context;

    OptionsFilter(PathOperations operations, RoutingContext context) {
        this.operations = operations;
        this.context = context;
    }

    @ServerRequestFilter(preMatching = true)
    Response answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        var allow = operations.allow();
        if (allow.isEmpty()) {
            // The framework would answer for the resource of the longest path that this one begins with.
            throw new NotFoundException();
        }
        var response = Response.noContent().header(HttpHeaders.ALLOW.toString(), allow);
        return allow.contains(HttpMethod.PATCH)
                ? response.header("Accept-Patch", MergePatch.MEDIA_TYPE).build()
                : response.build();
    }
}
