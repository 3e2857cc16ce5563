package nl.doorlichting.gateway.compression;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import nl.doorlichting.gateway.forwarding.ForwardingTable;
import nl.doorlichting.gateway.responses.Gzip;
import nl.doorlichting.platform.problems.ProblemWriter;
import nl.doorlichting.platform.responses.ResponseHeaders;

/**
 * Compresses large answers in JSON for clients that accept gzip. Files are sent as they are, so that they keep their length
 * and their checksum.
 *
 * <p>An attack that guesses secrets from the length of compressed answers (BREACH) needs a browser that sends its user's
 * credentials with requests of a foreign page. A token is in a header that only the page itself can set, the one cookie, of
 * the review page, is not sent with them (SameSite), and CORS allows no credentials. So no answer is left out for what it
 * says.
 */
@Singleton
class ResponseCompression implements HttpServerOptionsCustomizer {
    private final ForwardingTable forwarded;

    ResponseCompression(ForwardingTable forwarded) {
        this.forwarded = forwarded;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setCompressionSupported(true);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setCompressionSupported(true);
    }

    void register(@Observes @Priority(2) Router router) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(context -> {
            context.addHeadersEndHandler(ending -> decide(context));
            context.next();
        });
    }

    private void decide(RoutingContext context) {
        var request = context.request();
        var response = context.response();
        var headers = response.headers();
        ResponseHeaders.varyBy(response, HttpHeaders.ACCEPT_ENCODING);
        if (response.getStatusCode() == 304 && names(request, Gzip.WEAK + headers.get(HttpHeaders.ETAG))) {
            weaken(headers);
        }
        if (headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        if (request.version() != HttpVersion.HTTP_1_0
                && isRead(request)
                && response.getStatusCode() == 200
                && Gzip.isAcceptedBy(request)
                && isLargeText(headers)
                && !isChanged(request)) {
            weaken(headers);
            return;
        }
        if (hasBody(request, response)) {
            // The server compresses what names no encoding, and does not send this one.
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
    }

    // Also false for HTTP/1.0, which the server does not compress.
    private static boolean hasBody(HttpServerRequest request, HttpServerResponse response) {
        return request.version() != HttpVersion.HTTP_1_0
                && request.method() != HttpMethod.HEAD
                && response.getStatusCode() != 204
                && response.getStatusCode() != 304;
    }

    // The ETag in the answer to a write is for the next change.
    private static boolean isRead(HttpServerRequest request) {
        return request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    }

    private static boolean isLargeText(MultiMap headers) {
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return type != null
                && (type.split(";")[0].strip().endsWith("json") || type.startsWith("text/html"))
                && !headers.contains("Content-Disposition")
                && (length == null || Long.parseLong(length) >= Gzip.LEAST_BYTES);
    }

    // A change names the ETag of what was read, and only a strong one (RFC 9110, 13.1.1).
    private boolean isChanged(HttpServerRequest request) {
        return forwarded.allow(request.path()).contains("PATCH");
    }

    // The compressed bytes are others than those that a strong ETag is about (RFC 9110, 8.8.1).
    private static void weaken(MultiMap headers) {
        var etag = headers.get(HttpHeaders.ETAG);
        if (etag != null && !etag.startsWith(Gzip.WEAK)) {
            headers.set(HttpHeaders.ETAG, Gzip.WEAK + etag);
        }
    }

    private static boolean names(HttpServerRequest request, String etag) {
        return request.headers().getAll(HttpHeaders.IF_NONE_MATCH).stream().anyMatch(line -> line.contains(etag));
    }
}
