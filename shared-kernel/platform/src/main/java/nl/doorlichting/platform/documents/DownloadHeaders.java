package nl.doorlichting.platform.documents;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import nl.doorlichting.platform.responses.Responses;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sets the headers of a file. The writers of files do not do so, because a HEAD request, which gets the same headers
 * (RFC 9110, 9.3.2), does not reach them.
 */
class DownloadHeaders {
    // Before the filter that compares the ETag with what the client has.
    private static final int EARLY = Priorities.USER + 1;

    @ServerResponseFilter(priority = EARLY)
    void put(ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Download file)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, file.mediaType());
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(file.fileName()));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
        headers.putSingle(HttpHeaders.ETAG, file.etag());
        if (file instanceof Attachment attachment) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, attachment.bytes());
        }
    }
}
