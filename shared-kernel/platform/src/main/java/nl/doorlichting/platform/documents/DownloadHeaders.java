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
        if (response.getEntity() instanceof Attachment file) {
            put(response, file.fileName(), file.mediaType(), file.etag());
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, file.bytes());
        }
        if (response.getEntity() instanceof StreamedFile file) {
            put(response, file.fileName(), file.mediaType(), file.etag());
        }
    }

    private static void put(ContainerResponseContext response, String fileName, String mediaType, String etag) {
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, mediaType);
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(fileName));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
        headers.putSingle(HttpHeaders.ETAG, etag);
    }
}
