package nl.doorlichting.platform.bodies;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.EarlierViolations;

/** Reads every JSON body of a request with {@link StrictJson}, because the reader of the framework is too lenient. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonBodyReader implements MessageBodyReader<Record> {
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.UTF_8);

    private final StrictJson strictJson;
    private final RoutingContext request;

    public JsonBodyReader(StrictJson strictJson, RoutingContext request) {
        this.strictJson = strictJson;
        this.request = request;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Record.class.isAssignableFrom(type);
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var content = new PushbackInputStream(body);
        if (type.isAnnotationPresent(BodyOptional.class) && isEmpty(content)) {
            return read(new ByteArrayInputStream(EMPTY_OBJECT), genericType);
        }
        var contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        // Of what is missing the type is no mistake.
        var isMissing = contentType == null && isEmpty(content);
        if (!isMissing && !isJson(contentType)) {
            throw new NotSupportedException();
        }
        return read(content, genericType);
    }

    private Record read(InputStream body, Type type) throws IOException {
        // A request that is refused already is told what else the application requires of its body.
        var refused = EarlierViolations.areKept(request);
        return EarlierViolations.reportedWith(
                request, () -> (Record) strictJson.read(body, type, request.normalizedPath(), refused));
    }

    private static boolean isEmpty(PushbackInputStream content) throws IOException {
        var first = content.read();
        if (first >= 0) {
            content.unread(first);
        }
        return first < 0;
    }

    /** False without a content type, or with another charset: the format of a body is never guessed. */
    private static boolean isJson(String contentType) {
        return MediaType.APPLICATION_JSON.equals(contentType)
                || contentType != null
                        && contentType
                                .toLowerCase(Locale.ROOT)
                                .matches("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");
    }
}
