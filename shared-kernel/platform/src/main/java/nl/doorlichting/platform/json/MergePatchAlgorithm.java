package nl.doorlichting.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import nl.doorlichting.platform.values.ValueTypes;

/** Applies a change to the JSON of a record: the MergePatch algorithm of RFC 7396. */
final class MergePatchAlgorithm {
    private static final ObjectMapper AS_REQUESTED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Only the components of a record, without its other methods.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    static {
        ValueTypes.REGISTERED.writers().forEach(AS_REQUESTED::addMixIn);
    }

    private MergePatchAlgorithm() {}

    static ObjectNode merge(Record current, ObjectNode changes) {
        return merge(AS_REQUESTED.<ObjectNode>valueToTree(current), changes);
    }

    private static ObjectNode merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> set(target, change.getKey(), change.getValue()));
        return target;
    }

    private static void set(ObjectNode target, String field, JsonNode value) {
        if (value.isNull() && target.has(field)) {
            target.remove(field);
            return;
        }
        // A null for an absent field stays, so that the reader rejects a field that does not exist.
        target.set(field, value.isObject() ? merge(objectIn(target, field), (ObjectNode) value) : value);
    }

    private static ObjectNode objectIn(ObjectNode target, String field) {
        return target.get(field) instanceof ObjectNode object ? object : AS_REQUESTED.createObjectNode();
    }
}
