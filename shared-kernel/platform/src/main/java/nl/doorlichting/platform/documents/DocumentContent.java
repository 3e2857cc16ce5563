package nl.doorlichting.platform.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Detects the format of a file from its first bytes and, for a container, from its parts. */
final class DocumentContent {
    /** The largest file that is stored. */
    static final long MAXIMUM_BYTES = 20L << 20;

    private static final int LONGEST_SIGNATURE = 8;
    private static final byte[] CONTAINER = {'P', 'K', 3, 4};
    private static final Map<DocumentFormat, byte[]> SIGNATURES = Map.of(
            DocumentFormat.PDF, new byte[] {'%', 'P', 'D', 'F', '-'},
            DocumentFormat.PNG, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            DocumentFormat.JPEG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});

    private DocumentContent() {}

    /** The format of the file; empty if it is not an accepted format. */
    static Optional<DocumentFormat> formatOf(Path file) throws IOException {
        var start = start(file);
        if (startsWith(start, CONTAINER)) {
            return OfficeContainer.formatOf(file);
        }
        return SIGNATURES.entrySet().stream()
                .filter(signature -> startsWith(start, signature.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static byte[] start(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return content.readNBytes(LONGEST_SIGNATURE);
        }
    }

    private static boolean startsWith(byte[] content, byte[] signature) {
        return content.length >= signature.length
                && Arrays.equals(content, 0, signature.length, signature, 0, signature.length);
    }
}
