package nl.doorlichting.platform.documents;

import java.util.Optional;

/**
 * The content of a document for a download. It is read in parts, so that it is never in memory as a whole, and sent as
 * an attachment, so that no browser shows it as a page of this site. A resource method returns it, alone or in a response.
 *
 * @param bytes length of the content; one that turns out shorter breaks the connection off
 * @param sha256 checksum of the content, which is its ETag
 */
public record Attachment(String fileName, String mediaType, long bytes, String sha256, Parts parts) {

    /** The value of the ETag header, quotes included. */
    public String etag() {
        return '"' + sha256 + '"';
    }

    /** Where the content comes from. */
    public interface Parts {
        /** The part at this position, from 0 on; empty beyond the last. */
        Optional<byte[]> at(int position);
    }
}
