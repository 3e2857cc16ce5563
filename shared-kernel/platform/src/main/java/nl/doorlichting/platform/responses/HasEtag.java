package nl.doorlichting.platform.responses;

import java.util.List;

/** A response that carries the ETag of the record it shows. */
public interface HasEtag {
    /** The value of the ETag header, quotes included. */
    String etag();

    /** What the caller may do with the record now. */
    List<String> allowedActions();

    /**
     * What of it changes without a new version of the record, such as counts of other records, or texts in the language
     * of the client. The ETag of a read covers it. Null for nothing. The allowed actions depend on the caller.
     */
    default Object changingWithinVersion() {
        return allowedActions().isEmpty() ? null : allowedActions();
    }
}
