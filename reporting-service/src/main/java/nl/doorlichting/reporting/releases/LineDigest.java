package nl.doorlichting.reporting.releases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The number, the size and the SHA-256 of lines, each with its end. */
final class LineDigest {
    /** As {@code LC_ALL=C sort} has lines. */
    static final Comparator<String> BY_BYTES = (one, other) -> Arrays.compareUnsigned(encode(one), encode(other));

    private final MessageDigest digest;
    private long lines;
    private long bytes;

    LineDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static LineDigest of(Stream<String> lines) {
        var digest = new LineDigest();
        lines.forEach(digest::add);
        return digest;
    }

    void add(String line) {
        var encoded = encode(line);
        digest.update(encoded);
        bytes += encoded.length;
        lines++;
    }

    static byte[] encode(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return bytes;
    }

    /** Ends the digest: nothing can be added after this. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
