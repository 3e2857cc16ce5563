package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/** Ids of loaded records, by their names in the data set. */
final class RecordReferences {
    private static final String NAME = "@as";

    private final Map<String, String> ids = new HashMap<>();

    void remember(JsonNode entry, String id) {
        if (entry.has(NAME)) {
            ids.put("@" + entry.get(NAME).asText(), id);
        }
    }

    /** The body of the request: the record with ids in place of all names. */
    ObjectNode resolve(JsonNode entry) {
        ObjectNode body = entry.deepCopy();
        body.remove(NAME);
        resolveWithin(body);
        return body;
    }

    private void resolveWithin(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(resolved(field.getValue())));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolved(array.get(i)));
            }
        }
    }

    private JsonNode resolved(JsonNode value) {
        if (value.isTextual() && value.asText().startsWith("@")) {
            return TextNode.valueOf(id(value.asText()));
        }
        resolveWithin(value);
        return value;
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new StartFailure("The data set refers to " + name + " before it is loaded");
        }
        return id;
    }
}
