package nl.doorlichting.platform.bodies;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Stream;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.EarlierViolations;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;

/** Reads the body of a PATCH or of a correction. */
@Provider
@Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
public class MergePatchReader implements MessageBodyReader<MergePatch> {
    private final StrictJson json;
    private final RoutingContext request;

    public MergePatchReader(StrictJson json, RoutingContext request) {
        this.json = json;
        this.request = request;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return EarlierViolations.reportedWith(request, () -> {
            var patch = new MergePatch(json, json.readObject(body));
            if (EarlierViolations.areKept(request)) {
                Stream.of(annotations).forEach(annotation -> refuseMisfits(patch, annotation));
            }
            return patch;
        });
    }

    /** By the documentation of the body. */
    private static void refuseMisfits(MergePatch patch, Annotation annotation) {
        if (annotation instanceof RequestBodySchema change) {
            patch.refuseMisfits(change.value());
        } else if (annotation instanceof RequestBody correction) {
            patch.refuseMisfits(correction);
        }
    }
}
