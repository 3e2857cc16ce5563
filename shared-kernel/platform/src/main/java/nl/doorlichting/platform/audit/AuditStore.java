package nl.doorlichting.platform.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where exports are kept. A file there is written once. */
interface AuditStore {
    /**
     * The content of a file, which is not held as a whole: a month of the audit trail may be larger than the memory and the
     * disk of an instance.
     *
     * @param sha256 of all its bytes
     * @param source opens it, with the same bytes each time
     */
    record Content(long bytes, byte[] sha256, Source source) {
        static Content of(byte[] bytes) {
            return new Content(bytes.length, AuditExportFile.sha256(bytes), () -> new ByteArrayInputStream(bytes));
        }
    }

    interface Source {
        InputStream open() throws IOException;
    }

    /** Stores the whole content under this name; false if the store has a file of this name, which stays as it is. */
    boolean put(String name, Content content) throws IOException;

    /** The file of this name; empty if the store has none. */
    Optional<InputStream> fetch(String name) throws IOException;
}
