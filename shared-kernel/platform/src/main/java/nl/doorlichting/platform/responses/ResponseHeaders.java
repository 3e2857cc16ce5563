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
 * What every answer says, also one that reaches no operation: the full version of the contract (NL GOV
 * /core/version-header), what a browser may do with the answer (/core/transport/security-headers), and that nothing on
 * the way keeps it (RFC 9111, 5.2.2.5), unless the operation itself says how it may be kept. Before every handler that
 * could refuse something.
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

    /** What operators see is of this moment too. */
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
