package nl.doorlichting.reporting.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import nl.doorlichting.domain.releases.Checksum;

/** The number, the size and the SHA-256 of lines, each with its end. */
final class LineDigest {
    /** As {@code LC_ALL=C sort} has lines. */
    static final Comparator<String> BY_BYTES = (one, other) -> Arrays.compareUnsigned(encode(one), encode(other));

    private final Checksum checksum = new Checksum(OutputStream.nullOutputStream());
    private long lines;

    static LineDigest of(Stream<String> lines) {
        var digest = new LineDigest();
        lines.forEach(digest::add);
        return digest;
    }

    void add(String line) {
        try {
            checksum.write(encode(line));
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
