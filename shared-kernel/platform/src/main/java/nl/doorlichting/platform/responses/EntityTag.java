package nl.doorlichting.platform.responses;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The values of ETag headers that are made of a body (RFC 9110, 8.8.3). */
public final class EntityTag {
    private static final int BYTES = 16;
    private static final int BYTES_BESIDE_VERSION = 6;
    private static final char OF_VERSION = '.';

    private EntityTag() {}

    /** The tag of these bytes. */
    public static String of(byte[] body) {
        return '"' + digest(body, BYTES) + '"';
    }

    /** The tag of an answer that shows a record, in this body: {@code "3.d41d8cd98f00"} for the version {@code "3"}. */
    static String of(String version, byte[] body) {
        return opening(version) + OF_VERSION + digest(body, BYTES_BESIDE_VERSION) + '"';
    }

    /** Whether a tag is that of this version of a record, or of an answer that shows it. */
    static boolean shows(String tag, String version) {
        return tag.equals(version) || tag.startsWith(opening(version) + OF_VERSION);
    }

    private static String opening(String version) {
        return version.substring(0, version.length() - 1);
    }

    private static String digest(byte[] body, int bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
