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

/** Sends a document part by part. */
@Provider
public class AttachmentWriter implements MessageBodyWriter<Attachment> {
    private final RoutingContext request;

    public AttachmentWriter(RoutingContext request) {
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Attachment.class;
    }

    @Override
    public void writeTo(
            Attachment content,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        headers.putSingle(HttpHeaders.CONTENT_TYPE, content.mediaType());
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, content.bytes());
        headers.putSingle(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(content.fileName()));
        headers.putSingle(HttpHeaders.CACHE_CONTROL, Responses.REVALIDATE);
        headers.putSingle(HttpHeaders.ETAG, content.etag());
        try {
            write(content.parts(), body);
        } catch (IOException | RuntimeException failed) {
            breakOff();
            throw failed;
        }
    }

    private static void write(Attachment.Parts parts, OutputStream body) throws IOException {
        var position = 0;
        for (var part = parts.at(position); part.isPresent(); part = parts.at(position)) {
            body.write(part.get());
            position++;
        }
    }

    private void breakOff() {
        if (request.response().headWritten()) {
            request.request().connection().close();
        }
    }
}
