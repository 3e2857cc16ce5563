package nl.doorlichting.reporting.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Where the content of documents is kept, in parts that are small enough to hold. Content never changes. */
interface DocumentStore {
    /** Keeps the content under this id; both are kept with the transaction that runs, or neither. */
    void store(UUID id, InputStream content) throws IOException;

    /** The part at this position, from 0 on; empty beyond the last. */
    Optional<byte[]> part(UUID id, int position);
}
