package nl.doorlichting.platform.responses;

/** A response that carries the ETag of the record it shows. */
public interface HasEtag {
    /** The value of the ETag header, quotes included. */
    String etag();

    /**
     * What of it changes without a new version of the record, such as counts of other records, or texts in the language
     * of the client. The ETag of a read covers it. Null for nothing.
     */
    default Object changingWithinVersion() {
        return null;
    }
}
