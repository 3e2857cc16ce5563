package nl.doorlichting.reporting.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.doorlichting.domain.releases.Checksum;

/** The number, the size and the SHA-256 of lines, each with its end. */
final class LineDigest {
    private final Checksum checksum = new Checksum(OutputStream.nullOutputStream());
    private long lines;

    static LineDigest of(Stream<String> lines) {
        var digest = new LineDigest();
        lines.forEach(digest::add);
        return digest;
    }

    /** In the order of their bytes, as {@code LC_ALL=C sort} has them. */
    static LineDigest ofSorted(Stream<String> lines) {
        var digest = new LineDigest();
        lines.map(LineDigest::encode).sorted(Arrays::compareUnsigned).forEach(digest::add);
        return digest;
    }

    void add(String line) {
        add(encode(line));
    }

    private void add(byte[] encoded) {
        try {
            checksum.write(encoded);
            lines++;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] encode(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return checksum.bytes();
    }

    /** Ends the digest: nothing can be added after this. */
    String sha256() {
        return checksum.sha256();
    }
}
