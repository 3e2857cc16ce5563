package nl.doorlichting.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

/**
 * The parts of one upload. The file is written to disk while its checksum is computed; small parts are kept as text.
 */
final class MultipartForm implements MultipartParser.PartHandler, AutoCloseable {
    static final String FILE = "file";
    static final String SHA256 = "sha256";

    private static final Text UNREADABLE = Text.of("form.not-multipart");
    private static final Text NO_BOUNDARY = Text.of("form.boundary");
    private static final Pattern BOUNDARY = Pattern.compile("^[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]$");
    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 16 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final Path file;
    private final MessageDigest digest = digest();
    private final OutputStream content;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private ByteArrayOutputStream field = new ByteArrayOutputStream();
    private String name;
    private String fileName;
    private String sha256;
    private long bytes;
    private boolean hasFile;

    MultipartForm(Path file) throws IOException {
        this.file = file;
        this.content = new DigestOutputStream(Files.newOutputStream(file), digest);
    }

    void read(InputStream body, String contentType) throws IOException {
        var boundary = boundary(contentType);
        var parser = parse(
                () -> MultipartParser.beginParse(this, boundary.getBytes(StandardCharsets.US_ASCII), "UTF-8"),
                UNREADABLE);
        var buffer = new byte[BUFFER];
        for (int got = body.read(buffer); got > 0; got = body.read(buffer)) {
            var part = ByteBuffer.wrap(buffer, 0, got);
            parse(
                    () -> {
                        parser.parse(part);
                        return part;
                    },
                    UNREADABLE);
        }
        if (!parser.isComplete()) {
            throw malformed("", Text.of("form.incomplete"));
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    // RFC 2046, 5.1.1.
    private static String boundary(String contentType) {
        var boundary = parse(() -> HeaderUtil.extractQuotedValueFromHeader(contentType, "boundary"), NO_BOUNDARY);
        if (boundary == null || !BOUNDARY.matcher(boundary).matches()) {
            throw malformed("", NO_BOUNDARY);
        }
        return boundary;
    }

    /**
     * Whatever the parser throws, it throws over what the client sent; its calls of this form bring their own refusals
     * and failures of the disk out by themselves.
     */
    private static <T> T parse(Callable<T> parsing, Text refusal) {
        try {
            return parsing.call();
        } catch (ProblemException | UncheckedIOException own) {
            throw own;
        } catch (Exception unreadable) {
            throw malformed("", refusal);
        }
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> headers) {
        var disposition = headers.getFirst("Content-Disposition");
        name = disposition == null ? null : HeaderUtil.extractQuotedValueFromHeader(disposition, "name");
        if (name == null) {
            throw malformed("", Text.of("form.part-without-name"));
        }
        if (isFile() ? hasFile : fields.containsKey(name)) {
            throw malformed("/" + name, Text.of("form.part-twice"));
        }
        if (isFile()) {
            hasFile = true;
            fileName = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
        }
        field = new ByteArrayOutputStream();
    }

    @Override
    public void data(ByteBuffer data) {
        if (isFile()) {
            store(data);
            return;
        }
        if (field.size() + data.remaining() > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
            throw ProblemException.violation(Violation.body(
                    "/" + name, ViolationCode.TOO_LONG, Map.of("max", LONGEST_FIELD), Text.of("form.too-much-text")));
        }
        copy(data, field);
    }

    @Override
    public void endPart() {
        if (!isFile()) {
            fields.put(name, field.toString(StandardCharsets.UTF_8));
        }
    }

    private void store(ByteBuffer data) {
        bytes += data.remaining();
        if (bytes > DocumentContent.MAXIMUM_BYTES) {
            throw ProblemException.of(
                    ProblemType.PAYLOAD_TOO_LARGE, Text.of("document.too-large", DocumentContent.MAXIMUM_BYTES));
        }
        copy(data, content);
    }

    private static void copy(ByteBuffer data, OutputStream target) {
        var part = new byte[data.remaining()];
        data.get(part);
        try {
            target.write(part);
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }

    private boolean isFile() {
        return FILE.equals(name);
    }

    Path file() {
        return file;
    }

    String fileName() {
        return fileName;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return sha256;
    }

    /** The checksum in the form; null if it has none. */
    String statedSha256() {
        return fields.get(SHA256);
    }

    /** The other fields. */
    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<>(fields);
        metadata.remove(SHA256);
        return metadata;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static ProblemException malformed(String pointer, Text detail) {
        return ProblemException.violation(Violation.body(pointer, ViolationCode.WRONG_FORMAT, detail));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
