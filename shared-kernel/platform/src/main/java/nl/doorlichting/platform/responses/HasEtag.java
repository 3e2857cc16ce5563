package nl.doorlichting.platform.responses;

/** A response that carries the ETag of the record it shows. */
public interface HasEtag {
    /** The value of the ETag header, quotes included. */
    String etag();
}
