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
import java.util.regex.Pattern;
import nl.doorlichting.platform.bodies.RequestBodyDrainer;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.EarlierViolations;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.RequestEnd;
import nl.doorlichting.platform.texts.Text;

/** Writes an uploaded document to a file while it arrives, so that it is never in memory as a whole. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class DocumentUploadReader implements MessageBodyReader<DocumentUpload<?>> {
    private static final String FILE = "/" + MultipartForm.FILE;
    private static final Pattern SHA256 = Pattern.compile("^[0-9a-fA-F]{64}$");

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
        var metadata = ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return EarlierViolations.reportedWith(context, () -> upload(form(body, contentType), metadata));
    }

    private MultipartForm form(InputStream body, String contentType) throws IOException {
        var file = Files.createTempFile("document", ".upload");
        RequestEnd.then(context, () -> delete(file));
        var form = new MultipartForm(file);
        try (form) {
            form.read(body, contentType);
        } catch (ProblemException refused) {
            RequestBodyDrainer.discard(context);
            throw refused;
        }
        return form;
    }

    private DocumentUpload<?> upload(MultipartForm form, Type metadata) throws IOException {
        var violations = violations(form);
        Record fields = null;
        try {
            fields = (Record)
                    strictJson.read(new ByteArrayInputStream(mapper.writeValueAsBytes(form.metadata())), metadata);
        } catch (ProblemException refused) {
            violations.addAll(refused.violations());
        }
        var format = form.bytes() == 0 ? null : format(form.file()).orElse(null);
        if (form.bytes() > 0 && format == null && violations.isEmpty()) {
            throw unsupported();
        }
        if (form.bytes() > 0 && format == null) {
            violations.add(Violation.body(
                    FILE, ViolationCode.NOT_ALLOWED, Map.of("allowed", DocumentFormat.mediaTypes()), unknownFormat()));
        }
        ProblemException.refuse(violations);
        return new DocumentUpload<>(
                fields, FileName.of(form.fileName(), format), format, form.bytes(), form.sha256(), form.file());
    }

    // Any exception of a format reader is caused by what the client sent.
    private static Optional<DocumentFormat> format(Path file) {
        try {
            return DocumentContent.formatOf(file);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Violation> violations(MultipartForm form) {
        var violations = new ArrayList<Violation>();
        if (form.bytes() == 0) {
            violations.add(Violation.body(FILE, ViolationCode.REQUIRED, Text.of("document.missing")));
        }
        var stated = form.statedSha256();
        if (stated != null && !SHA256.matcher(stated).matches()) {
            violations.add(Violation.body(
                    "/" + MultipartForm.SHA256,
                    ViolationCode.WRONG_FORMAT,
                    Map.of("regexp", SHA256.pattern()),
                    Text.of("document.hash-format")));
        } else if (stated != null
                && form.bytes() > 0
                && !stated.toLowerCase(Locale.ROOT).equals(form.sha256())) {
            violations.add(Violation.body(
                    "/" + MultipartForm.SHA256,
                    ViolationCode.NOT_ALLOWED,
                    Map.of("sha256", form.sha256()),
                    Text.of("document.hash-differs")));
        }
        return violations;
    }

    private static Text unknownFormat() {
        return Text.of("document.content-type-unknown", DocumentFormat.mediaTypes());
    }

    private static ProblemException unsupported() {
        return ProblemException.of(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, unknownFormat(), Map.of("allowed", DocumentFormat.mediaTypes()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftToTheSystem) {
            file.toFile().deleteOnExit();
        }
    }
}
