package nl.doorlichting.platform.responses;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers that all resources give in the same way. */
public final class Responses {
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
}
