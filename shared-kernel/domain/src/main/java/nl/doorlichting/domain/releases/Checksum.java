package nl.doorlichting.domain.releases;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;

/** Counts and digests what is written, so that a release can name the bytes and the sha256 of a file. */
public final class Checksum extends FilterOutputStream {
    private final MessageDigest digest;
    private long bytes;
    private String sha256;

    public Checksum(OutputStream out) {
        super(out);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The sha256 of the canonical lines of cells, sorted by key: over what is shown, and nothing else. */
    public static String of(Iterator<ReleaseCell> cells) {
        Checksum checksum = new Checksum(OutputStream.nullOutputStream());
        cells.forEachRemaining(cell -> checksum.digest.update(cell.canonicalBytes()));
        return checksum.sha256();
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        digest.update((byte) value);
        bytes++;
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
        out.write(values, offset, length);
        digest.update(values, offset, length);
        bytes += length;
    }

    /** How many bytes were written. */
    public long bytes() {
        return bytes;
    }

    /** In lower case hexadecimal digits. Nothing is written afterwards. */
    public String sha256() {
        if (sha256 == null) {
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        return sha256;
    }
}
