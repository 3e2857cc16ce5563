package nl.doorlichting.platform.bodies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import nl.doorlichting.platform.json.StrictJson;

/**
 * A change of a record (RFC 7396): a named field is set, null removes it, and other fields stay. Of an object whose kind or
 * scope changes, only what is named stays. The changed record is read as strictly as a new one.
 */
public final class MergePatch {
    /** Media type of every PATCH. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    /** The same as a value. */
    public static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);

    /**
     * Marks the documented body of a correction, which is not a PATCH: JSON with the fields that change, and beside them the
     * reason, which is never that of an earlier correction.
     */
    public static final String CORRECTION = "x-correction";

    private final StrictJson json;
    private final ObjectNode changes;

    MergePatch(StrictJson json, ObjectNode changes) {
        this.json = json;
        this.changes = changes;
    }

    /**
     * The record as it is after the change; 400 with every violation, at its pointer in the record.
     *
     * @param current what could have been sent to create the record as it is now
     */
    public <T extends Record> T applyTo(T current, Class<T> type) {
        return json.patched(current, changes, type);
    }

    /** The parsed changes. */
    public ObjectNode changes() {
        return changes;
    }
}
