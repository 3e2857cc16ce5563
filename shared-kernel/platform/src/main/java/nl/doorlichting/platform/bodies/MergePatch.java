package nl.doorlichting.platform.bodies;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

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

    private static final String REASON = "reason";

    private final StrictJson json;
    private final ObjectNode changes;

    MergePatch(StrictJson json, ObjectNode changes) {
        this.json = json;
        this.changes = changes;
    }

    /** Changes that were stored as the text of {@link #changes}. */
    public static MergePatch stored(StrictJson json, String changes) {
        try {
            return new MergePatch(
                    json, json.readObject(new ByteArrayInputStream(changes.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The record as it is after the change; 400 with every violation, at its pointer in the record.
     *
     * @param current what could have been sent to create the record as it is now
     */
    public <T extends Record> T applyTo(T current, Class<T> type) {
        return json.patched(current, changes, type);
    }

    /**
     * The same. Changes that are refused for their form are refused for these rules too, which a caller checks itself for all
     * others.
     *
     * @param further what else is wrong with the changed record, of which any field can be null
     */
    public <T extends Record> T applyTo(T current, Class<T> type, Function<T, List<Violation>> further) {
        return json.patched(current, changes, type, further);
    }

    /**
     * The same for a correction that has its reason among its fields; 400 for one that changes nothing.
     *
     * @param current what a correction would state to change nothing, without its reason
     */
    public <T extends Record> T correctionOf(T current, Class<T> type) {
        return correctionOf(current, type, corrected -> List.of());
    }

    /**
     * The same.
     *
     * @param further what else is wrong with a correction that is refused already, of which any field can be null
     */
    public <T extends Record> T correctionOf(T current, Class<T> type, Function<T, List<Violation>> further) {
        var correction = applyTo(current, type, further);
        StrictJson.refuseUnchanged(current, correction, REASON);
        return correction;
    }

    /** The record as it should have been, and why it is corrected. */
    public record Correction<T extends Record>(T record, String reason) {}

    record Because(@NotBlank @Size(max = 2000) String reason) {}

    /**
     * The same for a correction, which states its reason beside the fields; 400 for one that changes nothing.
     *
     * @param current what could have been sent to create the record as it is now; it has no reason of its own
     */
    public <T extends Record> Correction<T> correct(T current, Class<T> type) {
        return correct(current, type, corrected -> false);
    }

    /**
     * The same.
     *
     * @param changesOtherwise whether the record changes although it states the same, as one that inherits anew
     */
    public <T extends Record> Correction<T> correct(T current, Class<T> type, Predicate<T> changesOtherwise) {
        var fields = changes.deepCopy();
        var because = fields.objectNode();
        if (fields.has(REASON)) {
            because.set(REASON, fields.remove(REASON));
        }
        var corrected = new AtomicReference<T>();
        var reason = new AtomicReference<Because>();
        var unexplained = ProblemException.noted(() -> reason.set(json.read(because.toString(), Because.class)));
        ProblemException.together(
                () -> corrected.set(json.patched(current, fields, type)),
                () -> ProblemException.refuse(unexplained),
                // What is right by its form is held to the rules of the records that it names as well.
                () -> json.refuseByRules(unexplained.isEmpty() ? null : corrected.get()));
        if (!changesOtherwise.test(corrected.get())) {
            StrictJson.refuseUnchanged(current, corrected.get(), REASON);
        }
        return new Correction<>(corrected.get(), reason.get().reason());
    }

    /**
     * Refuses changes that no record has, of a request that is refused before it reaches one. It knows the record from the
     * documentation of the body.
     */
    void refuseMisfits(RequestBody documented) {
        var fields = changes.deepCopy();
        if (Stream.of(documented.extensions())
                .anyMatch(extension -> extension.name().equals(CORRECTION))) {
            fields.remove(REASON);
        }
        Stream.of(documented.content())
                .map(content -> content.schema().implementation())
                .filter(Class::isRecord)
                .forEach(type -> json.refuseMisfits(fields, type.asSubclass(Record.class)));
    }

    /** The same of changes of this record. */
    void refuseMisfits(Class<?> record) {
        json.refuseMisfits(changes, record.asSubclass(Record.class));
    }

    /** The parsed changes. */
    public ObjectNode changes() {
        return changes;
    }
}
