package nl.doorlichting.gateway.responses;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.platform.responses.EntityTag;

/**
 * The body of a complete answer that a cache may keep, also where the answer is 304 without it.
 *
 * @param etag of these bytes, strong; null where the answer has none
 * @param headers those that the body states itself; the others follow from the operation
 * @param recomputation how it is made again; null where only the operation can
 */
public record ComputedBody(byte[] bytes, String etag, Map<String, String> headers, Recomputation recomputation) {
    private static final String KEY = ComputedBody.class.getName();

    ComputedBody(byte[] bytes, Map<String, String> headers) {
        this(bytes, EntityTag.of(bytes), headers, null);
    }

    ComputedBody(byte[] bytes, Recomputation recomputation) {
        this(bytes, EntityTag.of(bytes), Map.of(), recomputation);
    }

    /** The body that the client gets from a service, without ETag: it may not store it. */
    public static void forwarded(RoutingContext request, byte[] bytes) {
        new ComputedBody(bytes, null, Map.of(), null).keep(request);
    }

    void keep(RoutingContext request) {
        request.put(KEY, this);
    }

    /** The body that was computed for this request; empty for an answer of another kind. */
    public static Optional<ComputedBody> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }
}
