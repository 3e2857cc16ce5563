package nl.doorlichting.platform.responses;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemWriter;

/**
 * Sets the headers of every answer, also of one that reaches no operation: the full version of the contract (NL GOV
 * /core/version-header), security headers for browsers (/core/transport/security-headers), no caching (RFC 9111,
 * 5.2.2.5) unless the operation sets its own, and the headers of a request that an answer depends on (RFC 9110, 12.5.5).
 * Runs before every handler that could reject a request.
 */
public class ResponseHeaders {
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

    // What any answer depends on. The language is added where a text is put into words.
    private static final List<String> VARY = List.of("accept", "authorization");

    void register(@Observes @Priority(1) Router router) {
        router.route()
                .order(ProblemWriter.BEFORE_EVERYTHING)
                .handler(ResponseHeaders::put)
                .failureHandler(ResponseHeaders::putUnlessSent);
    }

    // An answer that fails while it is sent, because its client left, has its headers.
    private static void putUnlessSent(RoutingContext context) {
        if (context.response().headWritten()) {
            context.next();
            return;
        }
        put(context);
    }

    private static void put(RoutingContext context) {
        HEADERS.forEach(context.response()::putHeader);
        context.addHeadersEndHandler(ending -> vary(context));
        notKept(context);
    }

    /** Answers to operators are not cached either. */
    void registerForOperators(@Observes ManagementInterface management) {
        management.router().route().order(ProblemWriter.BEFORE_EVERYTHING).handler(ResponseHeaders::notKept);
    }

    private static void vary(RoutingContext context) {
        VARY.forEach(header -> varyBy(context.response(), header));
    }

    /** States that the answer depends on this header of the request. */
    public static void varyBy(HttpServerResponse response, CharSequence header) {
        var headers = response.headers();
        var lines = headers.getAll(HttpHeaders.VARY);
        var isStated = lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .anyMatch(name -> name.strip().equalsIgnoreCase(header.toString()));
        if (!isStated) {
            headers.set(
                    HttpHeaders.VARY.toString(),
                    Stream.concat(Stream.of(header.toString()), lines.stream()).toList());
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
