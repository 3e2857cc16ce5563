package nl.doorlichting.platform.audit;

import java.io.IOException;
import java.nio.file.Path;

/** Where exports are kept. A file there is written once. */
interface AuditStore {
    /** Stores the whole file under this name; false if the store has a file of this name, which stays as it is. */
    boolean put(String name, Path file) throws IOException;

    /** Copies the file of this name to this place; false if the store has none. */
    boolean fetch(String name, Path to) throws IOException;
}
