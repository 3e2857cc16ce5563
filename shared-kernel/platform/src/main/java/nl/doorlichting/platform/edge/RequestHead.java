package nl.doorlichting.platform.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects a request by its first line and its headers.
 *
 * <p>Too large: the limits of the server are wider, because it would reject with a bare status instead of problem
 * details.
 *
 * <p>Unclear where the body ends, or which host is meant: a proxy may have decided otherwise, and then the next
 * request on the connection could belong to another client (RFC 9112, 11.2).
 *
 * <p>A compressed body: no reader here supports it.
 */
@ApplicationScoped
class RequestHead {
    // The other bytes of the first line, besides method and address, and of each header, besides name and value.
    private static final int SPACES_AND_VERSION = " HTTP/1.1 ".length();
    private static final int COLON_AND_ENDS = ": \r\n".length();

    private final ProblemWriter problems;
    private final int lineLimit;
    private final int headersLimit;

    RequestHead(
            ProblemWriter problems,
            @ConfigProperty(name = "doorlichting.head.line-limit") int lineLimit,
            @ConfigProperty(name = "doorlichting.head.headers-limit") int headersLimit) {
        this.problems = problems;
        this.lineLimit = lineLimit;
        this.headersLimit = headersLimit;
    }

    void register(@Observes @Priority(2) Router router) {
        // The router itself fails a request without host or path before any handler.
        router.route()
                .order(ProblemWriter.BEFORE_EVERYTHING)
                .handler(this::check)
                .failureHandler(this::check);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (lineOf(request) > lineLimit) {
            refuse(context, ProblemType.URI_TOO_LONG, Text.of("request.line-too-long", lineLimit));
            return;
        }
        if (headersOf(request) > headersLimit) {
            refuse(context, ProblemType.HEADERS_TOO_LARGE, Text.of("request.headers-too-large", headersLimit));
            return;
        }
        if (!endsClearly(request.headers())) {
            refuse(context, ProblemType.VALIDATION_FAILED, Text.of("request.framing"));
            return;
        }
        if (!namesOneHost(request)) {
            refuse(context, ProblemType.VALIDATION_FAILED, Text.of("request.host"));
            return;
        }
        if (isEncoded(request.headers())) {
            context.response().putHeader(HttpHeaders.ACCEPT_ENCODING, HttpHeaders.IDENTITY);
            refuse(context, ProblemType.UNSUPPORTED_MEDIA_TYPE, Text.of("request.content-encoding"));
            return;
        }
        context.next();
    }

    // The server itself rejects two different lengths, and a length beside chunks.
    private static boolean endsClearly(MultiMap headers) {
        var encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
        return encodings.isEmpty()
                || encodings.size() == 1
                        && encodings.get(0).equalsIgnoreCase("chunked")
                        && !headers.contains(HttpHeaders.CONTENT_LENGTH);
    }

    private static boolean namesOneHost(HttpServerRequest request) {
        var hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.isEmpty()) {
            return request.version() == HttpVersion.HTTP_1_0;
        }
        return hosts.size() == 1 && !hosts.get(0).isBlank() && ((HttpServerRequestInternal) request).isValidAuthority();
    }

    private static boolean isEncoded(MultiMap headers) {
        return headers.getAll(HttpHeaders.CONTENT_ENCODING).stream()
                .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
    }

    private void refuse(RoutingContext context, ProblemType type, Text detail) {
        RequestBodyDrainer.discard(context);
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
