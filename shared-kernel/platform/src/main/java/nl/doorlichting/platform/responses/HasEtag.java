package nl.doorlichting.platform.responses;

/** A response that carries the ETag of the record it shows. */
public interface HasEtag {
    /** The value of the ETag header, quotes included. */
    String etag();

    /**
     * Whether it also shows what changes without a new version of the record, such as counts of other records, or texts
     * in the language of the client. The ETag of a read then covers the whole answer.
     */
    default boolean changesWithinVersion() {
        return false;
    }
}
