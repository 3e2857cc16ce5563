package nl.doorlichting.platform.testing.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.doorlichting.platform.documents.DocumentFormat;

/** The smallest valid files of each format, and some invalid ones. */
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

    /** A text document with a part of 500 MB that states ten bytes. */
    public static byte[] understated() {
        var content = zip(zip -> {
            zip.setLevel(1);
            openDocument(zip);
            zip.putNextEntry(new ZipEntry("Pictures/a.png"));
            var zeros = new byte[1 << 20];
            for (int megabytes = 0; megabytes < 500; megabytes++) {
                zip.write(zeros);
            }
        });
        // The directory's last entry, and what follows the part itself.
        var buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        var entry = content.length - 22 - 46 - "Pictures/a.png".length();
        buffer.putInt(entry + 24, 10);
        buffer.putInt(buffer.getInt(content.length - 6) - 4, 10);
        return content;
    }

    /** A text document whose part mimetype ends before its compressed content does, though all lengths agree. */
    public static byte[] truncated() {
        var content = of(DocumentFormat.ODT);
        // A block that is not the last, of 255 bytes as they are: more than the part has.
        System.arraycopy(new byte[] {0, (byte) 0xff, 0, 0, (byte) 0xff}, 0, content, 30 + "mimetype".length(), 5);
        return content;
    }

    private static void openDocument(ZipOutputStream zip) throws IOException {
        part(zip, "mimetype", DocumentFormat.ODT.mediaType());
        part(zip, "content.xml", "<x/>");
    }

    private static void word(ZipOutputStream zip) throws IOException {
        part(zip, "[Content_Types].xml", wordTypes(""));
        part(zip, "word/document.xml", "<x/>");
    }

    /** The content types of a DOCX, with an addition. */
    public static String wordTypes(String more) {
        var type = DocumentFormat.DOCX.mediaType() + ".main+xml";
        return "<Types><Override ContentType=\"" + type + "\"/>" + more + "</Types>";
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
