package nl.doorlichting.platform.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.platform.values.ValueTypes;

/**
 * Applies a change to the JSON of a record: the MergePatch algorithm of RFC 7396. An object that becomes one of another form
 * keeps nothing that the change does not name, because a field of one form is refused in another.
 */
final class MergePatchAlgorithm {
    private static final ObjectMapper AS_REQUESTED = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("codes-once").setSerializerModifier(new CodesOnce()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Only the components of a record, without its other methods.
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    /** The fields that state which form an object has. */
    private static final List<String> FORMS = List.of("kind", "scope");

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
        target.set(field, value instanceof ObjectNode object ? merge(objectIn(target, field, object), object) : value);
    }

    private static ObjectNode objectIn(ObjectNode target, String field, ObjectNode changes) {
        if (!(target.get(field) instanceof ObjectNode object)) {
            return AS_REQUESTED.createObjectNode();
        }
        return FORMS.stream().anyMatch(form -> differs(object.get(form), changes.get(form)))
                ? object.retain(
                        changes.properties().stream().map(Map.Entry::getKey).toList())
                : object;
    }

    /**
     * Whether two records state the same: an empty list is one that is absent, a code that is named twice is named, and 1.0
     * is 1.
     *
     * @param but name of a field that may differ; null for none
     */
    static boolean stateTheSame(Record one, Record other, String but) {
        return statement(one, but).equals(statement(other, but));
    }

    private static JsonNode statement(Record stated, String but) {
        return plain(AS_REQUESTED.<ObjectNode>valueToTree(stated).without(but));
    }

    private static JsonNode plain(JsonNode value) {
        if (value.isNumber()) {
            return DecimalNode.valueOf(value.decimalValue().stripTrailingZeros());
        }
        if (value.isArray()) {
            var elements = AS_REQUESTED.createArrayNode();
            value.forEach(element -> elements.add(plain(element)));
            return elements;
        }
        if (value.isObject()) {
            var fields = AS_REQUESTED.createObjectNode();
            value.properties().forEach(field -> {
                var stated = plain(field.getValue());
                if (!stated.isNull() && !(stated.isContainerNode() && stated.isEmpty())) {
                    fields.set(field.getKey(), stated);
                }
            });
            return fields;
        }
        return value;
    }

    /** A list of codes is a set, in the order given. Lists of texts and of objects may have equal ones. */
    private static final class CodesOnce extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription description, JsonSerializer<?> all) {
            return type.getContentType().isEnumType()
                    ? new StdDelegatingSerializer(new StdConverter<Collection<?>, Set<?>>() {
                        @Override
                        public Set<?> convert(Collection<?> codes) {
                            return new LinkedHashSet<>(codes);
                        }
                    })
                    : all;
        }
    }

    private static boolean differs(JsonNode former, JsonNode changed) {
        return former != null && changed != null && !former.equals(changed);
    }
}
