package nl.doorlichting.platform.idempotency;

/**
 * How a service keeps what it remembers of a request and its answer. As they are, unless the service has a bean of its
 * own: one whose bodies may hold personal data or secrets seals them.
 */
public interface ResponseCodec {
    /** What a request is known again by: the same text for the same request, and never the request itself. */
    String hash(byte[] request);

    /** An answer's body as it is stored. */
    String keep(String body);

    /** The body that was kept. */
    String read(String kept);
}
