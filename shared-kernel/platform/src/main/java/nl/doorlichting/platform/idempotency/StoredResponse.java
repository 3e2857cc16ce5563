package nl.doorlichting.platform.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The first answer for a key: its status, its Location and ETag headers, and its stored body. */
record StoredResponse(String fingerprint, int status, String location, String etag, String body) {
    static final String REPLAYED = "Idempotency-Replayed";

    RestResponse<String> replay(String sent) {
        var builder = RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), sent)
                .type(MediaType.APPLICATION_JSON)
                .header(REPLAYED, "true");
        if (location != null) {
            builder.header(HttpHeaders.LOCATION, location);
        }
        if (etag != null) {
            builder.header(HttpHeaders.ETAG, etag);
        }
        return builder.build();
    }
}
