package nl.doorlichting.platform.documents;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Sends a file part by part, under the headers of {@link DownloadHeaders}. */
@Provider
public class DownloadWriter implements MessageBodyWriter<Download> {
    private final RoutingContext request;

    public DownloadWriter(RoutingContext request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Download.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Download file,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        try {
            file.writeTo(body);
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
