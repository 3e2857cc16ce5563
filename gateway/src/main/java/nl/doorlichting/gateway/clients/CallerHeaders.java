package nl.doorlichting.gateway.clients;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** What goes along when a service is asked for a part: the caller's own token, so that the service itself decides. */
@ApplicationScoped
public class CallerHeaders {
    private final RoutingContext request;

    public CallerHeaders(RoutingContext request) {
        this.request = request;
    }

    public String authorization() {
        return request.request().getHeader(HttpHeaders.AUTHORIZATION);
    }
}
