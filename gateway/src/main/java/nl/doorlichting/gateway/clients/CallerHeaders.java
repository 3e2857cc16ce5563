package nl.doorlichting.gateway.clients;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import nl.doorlichting.platform.responses.IfNoneMatch;

/** Headers of a request to a service for a part of a report: the caller's own token, so that the service decides. */
@ApplicationScoped
public class CallerHeaders {
    /** Header with the address of the client for which the gateway sends the request. */
    public static final String FORWARDED_FOR = "X-Forwarded-For";

    private final RoutingContext request;

    CallerHeaders(RoutingContext request) {
        this.request = request;
    }

    String authorization() {
        return request.request().getHeader(HttpHeaders.AUTHORIZATION);
    }

    /** The ETags of what the caller has; null for none. */
    public String ifNoneMatch() {
        var tags = request.request().headers().getAll(IfNoneMatch.HEADER);
        return tags.isEmpty() ? null : String.join(", ", tags);
    }

    /** The address that the request came from. */
    String address() {
        return addressOf(request.request());
    }

    /** The address that this request came from. A trusted proxy may have named none. */
    public static String addressOf(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.remoteAddress().hostAddress(), "unknown");
    }
}
