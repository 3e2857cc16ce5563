package nl.doorlichting.platform.id;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes ids: UUIDs of version 7 (RFC 9562), so that they sort by when they were made. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private Ids() {}

    /** A new id for something made at this moment. */
    public static UUID next(Instant now) {
        var high = now.toEpochMilli() << 16 | VERSION_7 | RANDOM.nextInt(1 << 12);
        var low = VARIANT | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
