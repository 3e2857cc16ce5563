package nl.doorlichting.platform.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * The content of a document for a download. It is read in parts, so that it is never in memory as a whole, and sent as
 * an attachment, so that no browser shows it as a page of this site.
 *
 * @param bytes length of the content; one that turns out shorter breaks the connection off
 * @param sha256 checksum of the content, which is its ETag
 */
public record Attachment(String fileName, String mediaType, long bytes, String sha256, Parts parts)
        implements Download {

    @Override
    public String etag() {
        return '"' + sha256 + '"';
    }

    @Override
    public void writeTo(OutputStream body) throws IOException {
        var position = 0;
        for (var part = parts.at(position); part.isPresent(); part = parts.at(position)) {
            body.write(part.get());
            position++;
        }
    }

    /** Where the content comes from. */
    public interface Parts {
        /** The part at this position, from 0 on; empty beyond the last. */
        Optional<byte[]> at(int position);
    }
}
