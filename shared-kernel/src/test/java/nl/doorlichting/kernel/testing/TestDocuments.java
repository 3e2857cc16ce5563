package nl.doorlichting.kernel.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.doorlichting.kernel.document.DocumentFormat;

/** The smallest files that are what they say. */
public final class TestDocuments {
    private TestDocuments() {}

    /** Writes the parts of a container. */
    public interface Parts {
        void write(ZipOutputStream zip) throws IOException;
    }

    /** A file of this format. */
    public static byte[] of(DocumentFormat format) {
        return switch (format) {
            case PDF -> bytes("%PDF-1.7\n%%EOF\n");
            case PNG -> bytes("\u0089PNG\r\n\u001a\nIHDR");
            case JPEG -> bytes("\u00ff\u00d8\u00ff\u00e0JFIF");
            case ODT -> zip(TestDocuments::openDocument);
            case DOCX -> zip(TestDocuments::word);
        };
    }

    /** A container with these parts. */
    public static byte[] zip(Parts parts) {
        var content = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(content)) {
            parts.write(zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return content.toByteArray();
    }

    /** One part of a container. */
    public static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void openDocument(ZipOutputStream zip) throws IOException {
        part(zip, "mimetype", DocumentFormat.ODT.mediaType());
        part(zip, "content.xml", "<x/>");
    }

    private static void word(ZipOutputStream zip) throws IOException {
        var type = DocumentFormat.DOCX.mediaType() + ".main+xml";
        part(zip, "[Content_Types].xml", "<Types><Override ContentType=\"" + type + "\"/></Types>");
        part(zip, "word/document.xml", "<x/>");
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
