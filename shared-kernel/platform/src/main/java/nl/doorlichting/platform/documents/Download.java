package nl.doorlichting.platform.documents;

import java.io.IOException;
import java.io.OutputStream;

/** A file that a resource method returns, alone or in a response. A failure while it is sent closes the connection. */
public sealed interface Download permits Attachment, StreamedFile {
    String fileName();

    String mediaType();

    /** The value of the ETag header, quotes included. */
    String etag();

    /** Writes all of it, and does not close the stream. */
    void writeTo(OutputStream body) throws IOException;
}
