package nl.doorlichting.gateway.clients;

import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/** Headers by which a service learns for whom the gateway asks. */
public final class CallerHeaders {
    /** Header with the address of the client for which the gateway sends the request. */
    public static final String FORWARDED_FOR = "X-Forwarded-For";

    private CallerHeaders() {}

    /** The address that this request came from. A trusted proxy may have named none. */
    public static String addressOf(HttpServerRequest request) {
        return Objects.requireNonNullElse(request.remoteAddress().hostAddress(), "unknown");
    }
}
