package nl.doorlichting.platform.idempotency;

/**
 * The body of an answer that shows secrets, such as codes and keys. They are not stored, so that a repeated request gets the
 * answer without them.
 */
public interface ShownOnce {
    /** The body as it is stored. */
    Object withoutSecrets();
}
