package nl.doorlichting.platform.responses;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import nl.doorlichting.platform.problems.ProblemWriter;

/**
 * Sets the headers of every answer, also of one that reaches no operation: the full version of the contract (NL GOV
 * /core/version-header), security headers for browsers (/core/transport/security-headers), and no caching (RFC 9111,
 * 5.2.2.5) unless the operation sets its own. Runs before every handler that could reject a request.
 */
class ResponseHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            ApiVersion.HEADER,
            ApiVersion.CURRENT,
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains",
            "Referrer-Policy",
            "no-referrer");

    void register(@Observes @Priority(1) Router router) {
        router.route()
                .order(ProblemWriter.BEFORE_EVERYTHING)
                .handler(ResponseHeaders::put)
                .failureHandler(ResponseHeaders::put);
    }

    private static void put(RoutingContext context) {
        HEADERS.forEach(context.response()::putHeader);
        notKept(context);
    }

    /** Answers to operators are not cached either. */
    void registerForOperators(@Observes ManagementInterface management) {
        management.router().route().order(ProblemWriter.BEFORE_EVERYTHING).handler(ResponseHeaders::notKept);
    }

    private static void notKept(RoutingContext context) {
        var headers = context.response().headers();
        context.addHeadersEndHandler(ending -> {
            if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
                headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
        context.next();
    }
}
