package nl.doorlichting.gateway.forwarding;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers that are forwarded, in each direction. All others are removed. */
final class ForwardedHeaders {
    private static final Set<String> REQUEST = Set.of(
            "accept",
            "accept-language",
            "authorization",
            "content-length",
            "content-type",
            "idempotency-key",
            "if-match",
            "if-none-match",
            "prefer",
            // ForwardingHandler replaces that of the caller.
            "x-forwarded-for");
    // Security headers and API-Version are not here, because the gateway has set its own already.
    private static final Set<String> RESPONSE = Set.of(
            "accept-encoding",
            "accept-patch",
            "accept-post",
            "allow",
            "cache-control",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-type",
            "etag",
            "idempotency-replayed",
            "location",
            "preference-applied",
            "retry-after",
            "vary",
            "www-authenticate");

    private ForwardedHeaders() {}

    static void keepOfRequest(MultiMap headers) {
        keep(headers, REQUEST);
    }

    static void keepOfResponse(MultiMap headers) {
        keep(headers, RESPONSE);
    }

    private static void keep(MultiMap headers, Set<String> allowed) {
        List.copyOf(headers.names()).stream()
                .filter(name -> !allowed.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(headers::remove);
    }
}
