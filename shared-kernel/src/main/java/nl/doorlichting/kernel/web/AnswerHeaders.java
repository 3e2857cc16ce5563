package nl.doorlichting.kernel.web;

import io.vertx.ext.web.Router;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * What every answer says, also one that reaches no operation: the full version of the contract (NL GOV
 * /core/version-header) and what a browser may do with the answer (/core/transport/security-headers). Before
 * every handler that could refuse something.
 */
class AnswerHeaders {
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
        router.route().order(RouteProblems.BEFORE_EVERYTHING).handler(context -> {
            HEADERS.forEach(context.response()::putHeader);
            context.next();
        });
    }
}
