package nl.doorlichting.platform.responses;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.platform.problems.ProblemWriter;

/**
 * Sets the headers of every answer, also of one that reaches no operation: the full version of the contract (NL GOV
 * /core/version-header), security headers for browsers (/core/transport/security-headers), no caching (RFC 9111,
 * 5.2.2.5) unless the operation sets its own, and the headers of a request that an answer depends on (RFC 9110, 12.5.5).
 * Runs before every handler that could reject a request.
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

    // What any answer depends on. The language stands apart: it is added where a text is put into words.
    private static final List<String> VARY = List.of("accept", "authorization");

    void register(@Observes @Priority(1) Router router) {
        router.route()
                .order(ProblemWriter.BEFORE_EVERYTHING)
                .handler(ResponseHeaders::put)
                .failureHandler(ResponseHeaders::put);
    }

    private static void put(RoutingContext context) {
        HEADERS.forEach(context.response()::putHeader);
        context.addHeadersEndHandler(ending -> vary(context.response().headers()));
        notKept(context);
    }

    /** Answers to operators are not cached either. */
    void registerForOperators(@Observes ManagementInterface management) {
        management.router().route().order(ProblemWriter.BEFORE_EVERYTHING).handler(ResponseHeaders::notKept);
    }

    private static void vary(MultiMap headers) {
        var named = headers.getAll(HttpHeaders.VARY).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var missing = VARY.stream().filter(name -> !named.contains(name)).toList();
        if (!missing.isEmpty()) {
            headers.add(HttpHeaders.VARY, String.join(", ", missing));
        }
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
