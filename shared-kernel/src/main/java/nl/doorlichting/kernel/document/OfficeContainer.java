package nl.doorlichting.kernel.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Tells text documents in a zip container from other containers. Never unpacks more than the one small part that names
 * the type: a container can be made to grow a thousandfold.
 */
final class OfficeContainer {
    private static final int MOST_ENTRIES = 10_000;
    // What all parts together may come to unpacked: ten times the largest file. Who opens a document unpacks it.
    private static final long MOST_UNPACKED = 10 * DocumentContent.MAXIMUM_BYTES;
    private static final int MOST_OF_A_PART = 256 * 1024;
    private static final String MIMETYPE = "mimetype";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_PART = "word/document.xml";
    // With ".main+xml", so that a document with macros, whose type has another name, is none of these.
    private static final String WORD_TYPE = DocumentFormat.DOCX.mediaType() + ".main+xml";

    private OfficeContainer() {}

    static Optional<DocumentFormat> formatOf(Path file) throws IOException {
        try (var container = new ZipFile(file.toFile())) {
            if (isBomb(container)) {
                return Optional.empty();
            }
            return isOpenDocument(container)
                    ? Optional.of(DocumentFormat.ODT)
                    : Optional.of(DocumentFormat.DOCX).filter(format -> isWord(container));
        } catch (ZipException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean isBomb(ZipFile container) {
        return container.size() > MOST_ENTRIES
                || container.stream().mapToLong(ZipEntry::getSize).sum() > MOST_UNPACKED;
    }

    private static boolean isOpenDocument(ZipFile container) throws IOException {
        var mimetype = container.getEntry(MIMETYPE);
        return mimetype != null
                && start(container, mimetype).equals(DocumentFormat.ODT.mediaType())
                && container.getEntry("content.xml") != null;
    }

    private static boolean isWord(ZipFile container) {
        var types = container.getEntry(CONTENT_TYPES);
        try {
            return types != null
                    && container.getEntry(WORD_PART) != null
                    && start(container, types).contains("\"" + WORD_TYPE + "\"");
        } catch (IOException broken) {
            return false;
        }
    }

    private static String start(ZipFile container, ZipEntry part) throws IOException {
        try (var content = container.getInputStream(part)) {
            return new String(content.readNBytes(MOST_OF_A_PART), StandardCharsets.UTF_8);
        }
    }
}
