package nl.doorlichting.gateway.cors;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.responses.ResponseHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of the configured origins read the API (Fetch standard, CORS protocol). Another origin gets the answer that
 * every client gets, without the headers that a browser wants. No cookies are involved: a page sends a token itself. The
 * filter of the framework would answer 403 without problem details to an origin that is not in its list.
 */
@Singleton
class CrossOriginAccess {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS =
            "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent";
    private static final String RESPONSE_HEADERS =
            "Accept-Patch, Accept-Post, Allow, API-Version, Content-Disposition, Content-Language, ETag,"
                    + " Idempotency-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After,"
                    + " WWW-Authenticate";
    private static final String SECONDS_TO_KEEP = "3600";

    private final Set<String> origins;

    CrossOriginAccess(@ConfigProperty(name = "doorlichting.cors.origins") Optional<Set<String>> origins) {
        this.origins = origins.orElse(Set.of());
        this.origins.forEach(CrossOriginAccess::requireOrigin);
    }

    private static void requireOrigin(String origin) {
        var uri = URI.create(origin);
        if (uri.getHost() == null || !origin.equals(uri.getScheme() + "://" + uri.getAuthority())) {
            throw new IllegalArgumentException(
                    "doorlichting.cors.origins has '" + origin + "', which is no origin such as https://app.example");
        }
    }

    /** Right after the headers of every answer, so that a page can read the refusals of the other handlers too. */
    void register(@Observes @Priority(2) Router router) {
        if (!origins.isEmpty()) {
            router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(this::answer);
        }
    }

    private void answer(RoutingContext context) {
        var request = context.request();
        var response = context.response();
        context.addHeadersEndHandler(ending -> ResponseHeaders.varyBy(response, HttpHeaders.ORIGIN));
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        if (request.method() != HttpMethod.OPTIONS
                || request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) == null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, SECONDS_TO_KEEP)
                .setStatusCode(204)
                .end();
    }
}
