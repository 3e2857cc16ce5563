package nl.doorlichting.reporting.releases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The number, the size and the SHA-256 of lines, each with its end. */
final class LineDigest {
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
