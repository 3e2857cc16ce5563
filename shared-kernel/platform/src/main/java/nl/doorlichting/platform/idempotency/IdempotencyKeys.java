package nl.doorlichting.platform.idempotency;

/** The names of the headers, for an operation that stores its answers itself. */
public final class IdempotencyKeys {
    /** Header of a request that may be repeated. */
    public static final String HEADER = IdempotencyKey.HEADER;

    /** Header of an answer that was given before. */
    public static final String REPLAYED = StoredResponse.REPLAYED;

    private IdempotencyKeys() {}
}
