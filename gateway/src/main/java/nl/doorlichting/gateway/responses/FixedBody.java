package nl.doorlichting.gateway.responses;

import java.io.IOException;
import java.io.UncheckedIOException;
import nl.doorlichting.platform.responses.EntityTag;

/**
 * A body that stays the same while the gateway runs. Its digest and its compressed form are made once, because it may be
 * megabytes that any client can ask for without a token.
 */
public final class FixedBody {
    private final byte[] plain;
    private final byte[] compressed;
    private final String etag;

    private FixedBody(byte[] plain) {
        this.plain = plain;
        this.compressed = Gzip.compress(plain);
        this.etag = EntityTag.of(plain);
    }

    /** The body that a file of the class path has. */
    public static FixedBody ofResource(String name) {
        try (var stored = FixedBody.class.getResourceAsStream(name)) {
            return new FixedBody(stored.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    byte[] plain() {
        return plain;
    }

    byte[] compressed() {
        return compressed;
    }

    String etag() {
        return etag;
    }
}
