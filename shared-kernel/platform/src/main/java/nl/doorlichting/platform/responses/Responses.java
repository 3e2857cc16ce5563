package nl.doorlichting.platform.responses;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers that all resources give in the same way. */
public final class Responses {
    /** For what a caller with other rights may not get from a cache, and what may change at any time. */
    public static final String REVALIDATE = "private, no-cache";

    private Responses() {}

    /** 201 with the path of the new record. It is relative, because only the gateway has the public host. */
    public static <T extends HasEtag> RestResponse<T> created(String path, T body) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.ETAG, body.etag())
                .build();
    }

    /** 200 with the ETag of the record. */
    public static <T extends HasEtag> RestResponse<T> found(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, body.etag())
                .build();
    }

    /** The same for a record that a cache may store, and revalidates at every use. */
    public static <T extends HasEtag> RestResponse<T> revalidated(T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, body.etag())
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .build();
    }

    /** 200 with this ETag, or 304 without making the body when the client has it. A cache revalidates it at every use. */
    public static <T> RestResponse<T> revalidated(HttpServerRequest request, String etag, Supplier<T> body) {
        var response = IfNoneMatch.names(request, etag)
                ? RestResponse.ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                : RestResponse.ResponseBuilder.ok(body.get());
        return response.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .build();
    }

    /** 200 with a table, which a browser stores as this file. */
    public static <T> RestResponse<T> table(T body, String fileName) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION.toString(), "attachment; filename=\"" + fileName + "\"")
                .build();
    }
}
