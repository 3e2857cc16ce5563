package nl.doorlichting.platform.documents;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is made while it is sent, so that its length costs no memory and is not known before. A failure closes the
 * connection, so that an incomplete file does not look complete.
 *
 * @param etag value of the ETag header, quotes included
 */
public record StreamedFile(String fileName, String mediaType, String etag, Content content) implements Download {

    @Override
    public void writeTo(OutputStream body) throws IOException {
        content.writeTo(body);
    }

    /** Makes the file. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it, and does not close the stream. */
        void writeTo(OutputStream body) throws IOException;
    }
}
