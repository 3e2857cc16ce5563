package nl.doorlichting.domain.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Rounding of counts to multiples of 5, up or down by a draw that only the holder of a secret can repeat.
 *
 * <p>A count with remainder r is rounded up in r of 5 draws, so that rounding has no bias. The draw depends on the
 * programme, the cell and the count: the same cell with the same count is rounded in the same way in every release, so
 * that no average reveals the count, and another count has a draw of its own, so that a change reveals nothing about
 * the draw before it. Not safe for use by several threads.
 *
 * <p>Source: ADR 50.
 */
public final class KeyedRounding {
    static final long SMALLEST = 1;
    static final long LARGEST_SMALL = 4;
    /** A count that is rounded is a multiple of this, less than this away. */
    public static final long BASE = 5;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final char SEPARATOR = '\n';

    private final Mac mac;
    private final String programme;

    /**
     * @param secret at least 32 random bytes, the same for all releases of the programme
     * @throws IllegalArgumentException for a secret that is too short or has too few different bytes to be random
     */
    public KeyedRounding(byte[] secret, String programme) {
        if (secret.length < SHORTEST_SECRET || differentBytes(secret) < SHORTEST_SECRET / 2) {
            throw new IllegalArgumentException("the secret of rounding is at least 32 random bytes");
        }
        this.programme = programme;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static long differentBytes(byte[] secret) {
        return IntStream.range(0, secret.length)
                .map(index -> secret[index])
                .distinct()
                .count();
    }

    /** Whether a count is too small to be shown. */
    public static boolean isSmall(long count) {
        return count >= SMALLEST && count <= LARGEST_SMALL;
    }

    /**
     * The count as it is shown if no other table matters; {@link ReleaseProtection} is for tables that do.
     *
     * @param cell names table, dimensions and values, the same in every release
     */
    public DisclosedCount disclose(String cell, long count) {
        return isSmall(count) ? DisclosedCount.SMALL : DisclosedCount.rounded(rounded(cell, count));
    }

    /** The multiple of 5 below or above a count of 0, or of 5 or more; a multiple is itself. */
    long rounded(String cell, long count) {
        long remainder = count % BASE;
        return count - remainder + (draw(cell, count) < remainder ? BASE : 0);
    }

    private long draw(String cell, long count) {
        String drawn = programme + SEPARATOR + cell + SEPARATOR + count;
        return Long.remainderUnsigned(
                ByteBuffer.wrap(mac.doFinal(drawn.getBytes(StandardCharsets.UTF_8)))
                        .getLong(),
                BASE);
    }
}
