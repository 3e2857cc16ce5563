package nl.doorlichting.platform.documents;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import nl.doorlichting.platform.responses.Responses;

/** Sends a file while it is made. */
@Provider
public class StreamedFileWriter implements MessageBodyWriter<StreamedFile> {
    private final RoutingContext request;

    public StreamedFileWriter(RoutingContext request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == StreamedFile.class;
    }

    @Override
    public void writeTo(
            StreamedFile file,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, file.mediaType());
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(file.fileName()));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
        headers.putSingle(HttpHeaders.ETAG, file.etag());
        try {
            file.content().writeTo(body);
        } catch (IOException | RuntimeException failed) {
            breakOff();
            throw failed;
        }
    }

    // Waits, because the error answer would otherwise be sent as the end of the file.
    private void breakOff() {
        if (request.response().headWritten()) {
            request.request()
                    .connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }
}
