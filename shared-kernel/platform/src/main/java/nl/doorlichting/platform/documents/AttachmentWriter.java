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

/** Sends a document part by part, under the headers of {@link DownloadHeaders}. */
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
