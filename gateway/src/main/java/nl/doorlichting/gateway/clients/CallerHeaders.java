package nl.doorlichting.gateway.clients;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** What goes along when a service is asked for a part: the caller's own token, so that the service itself decides. */
@ApplicationScoped
public class CallerHeaders {
    /** Header in which a service is told whom this gateway asks for. */
    public static final String FORWARDED_FOR = "X-Forwarded-For";

    private final RoutingContext request;

    public CallerHeaders(RoutingContext request) {
        this.request = request;
    }

    public String authorization() {
        return request.request().getHeader(HttpHeaders.AUTHORIZATION);
    }

    /** The address that the request came from. */
    public String address() {
        return addressOf(request.request());
    }

    /** The address that this request came from; a proxy that is believed may have named none. */
    public static String addressOf(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.remoteAddress().hostAddress(), "unknown");
    }
}
