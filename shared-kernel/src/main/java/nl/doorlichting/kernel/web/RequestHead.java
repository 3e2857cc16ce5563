package nl.doorlichting.kernel.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.kernel.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a request whose first line or headers are too large. The server would do so by itself, but with a bare status:
 * its own limits are wider, so that these come first.
 */
@ApplicationScoped
class RequestHead {
    // Of the first line besides the method and the address; and of each header besides its name and value.
    private static final int SPACES_AND_VERSION = " HTTP/1.1 ".length();
    private static final int COLON_AND_ENDS = ": \r\n".length();

    private final RouteProblems problems;
    private final int lineLimit;
    private final int headersLimit;

    RequestHead(
            RouteProblems problems,
            @ConfigProperty(name = "doorlichting.head.line-limit") int lineLimit,
            @ConfigProperty(name = "doorlichting.head.headers-limit") int headersLimit) {
        this.problems = problems;
        this.lineLimit = lineLimit;
        this.headersLimit = headersLimit;
    }

    void register(@Observes @Priority(2) Router router) {
        router.route().order(RouteProblems.BEFORE_EVERYTHING).handler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (lineOf(request) > lineLimit) {
            refuse(context, ProblemType.URI_TOO_LONG, "The request line may have at most " + lineLimit + " bytes.");
            return;
        }
        if (headersOf(request) > headersLimit) {
            refuse(
                    context,
                    ProblemType.HEADERS_TOO_LARGE,
                    "The headers may have at most " + headersLimit + " bytes together.");
            return;
        }
        context.next();
    }

    private void refuse(RoutingContext context, ProblemType type, String detail) {
        UnreadBody.discard(context);
        problems.end(context, type, detail);
    }

    private static int lineOf(HttpServerRequest request) {
        return request.method().name().length() + request.uri().length() + SPACES_AND_VERSION;
    }

    private static int headersOf(HttpServerRequest request) {
        return request.headers().entries().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length() + COLON_AND_ENDS)
                .sum();
    }
}
