package nl.doorlichting.platform.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Writes an uploaded document to a file while it arrives, so that it is never in memory as a whole. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class DocumentUploadReader implements MessageBodyReader<DocumentUpload<?>> {
    private static final String FILE = "/" + MultipartForm.FILE;

    private final StrictJson strictJson;
    private final ObjectMapper mapper;
    private final RoutingContext context;

    public DocumentUploadReader(StrictJson strictJson, ObjectMapper mapper, RoutingContext context) {
        this.strictJson = strictJson;
        this.mapper = mapper;
        this.context = context;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == DocumentUpload.class;
    }

    @Override
    public DocumentUpload<?> readFrom(
            Class<DocumentUpload<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        var contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        // Without a content type the framework takes any reader.
        if (contentType == null || !MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(mediaType)) {
            throw new NotSupportedException();
        }
        var file = Files.createTempFile("document", ".upload");
        context.addEndHandler(ended -> delete(file));
        var form = new MultipartForm(file);
        try (form) {
            form.read(body, contentType);
        } catch (ProblemException refused) {
            RequestBodyDrainer.discard(context);
            throw refused;
        }
        return upload(form, ((ParameterizedType) genericType).getActualTypeArguments()[0]);
    }

    private DocumentUpload<?> upload(MultipartForm form, Type metadata) throws IOException {
        refuseWrong(form);
        var format = format(form.file());
        return new DocumentUpload<>(
                (Record) strictJson.read(new ByteArrayInputStream(mapper.writeValueAsBytes(form.metadata())), metadata),
                FileName.of(form.fileName(), format),
                format,
                form.bytes(),
                form.sha256(),
                form.file());
    }

    // Any exception of a format reader is caused by what the client sent.
    private static DocumentFormat format(Path file) {
        Optional<DocumentFormat> format;
        try {
            format = DocumentContent.formatOf(file);
        } catch (IOException | RuntimeException unreadable) {
            throw unsupported();
        }
        return format.orElseThrow(DocumentUploadReader::unsupported);
    }

    private static void refuseWrong(MultipartForm form) {
        var violations = new ArrayList<Violation>();
        if (form.bytes() == 0) {
            violations.add(Violation.body(FILE, ViolationCode.REQUIRED, Text.of("document.missing")));
        }
        var stated = form.statedSha256();
        if (stated != null && !stated.toLowerCase(Locale.ROOT).equals(form.sha256())) {
            violations.add(Violation.body(
                    "/" + MultipartForm.SHA256,
                    ViolationCode.NOT_ALLOWED,
                    Map.of("sha256", form.sha256()),
                    Text.of("document.hash-differs")));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
    }

    private static ProblemException unsupported() {
        List<String> allowed = DocumentFormat.mediaTypes();
        return ProblemException.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                Text.of("document.content-type-unknown", allowed),
                Map.of("allowed", allowed));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftToTheSystem) {
            file.toFile().deleteOnExit();
        }
    }
}
