package nl.doorlichting.kernel.web;

/** A response that carries the ETag of the record it shows. */
public interface Tagged {
    /** The value of the ETag header, quotes included. */
    String etag();
}
