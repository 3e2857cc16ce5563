package nl.doorlichting.platform.idempotency;

/**
 * How a service stores a request and its answer for repeated requests. The default stores them unchanged. A service
 * whose bodies may hold personal data or secrets has a bean that encrypts them.
 */
public interface ResponseCodec {
    /** The fingerprint of a request: the same text for the same request, and never the request itself. */
    String hash(byte[] request);

    /** An answer's body as it is stored. */
    String keep(String body);

    /** The stored body, decoded. */
    String read(String kept);
}
