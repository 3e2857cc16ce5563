package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** Ids of what has been loaded, by the name that the data set gives it. */
final class References {
    private static final String NAME = "@as";

    private final Map<String, String> ids = new HashMap<>();

    void remember(JsonNode entry, String id) {
        if (entry.has(NAME)) {
            ids.put("@" + entry.get(NAME).asText(), id);
        }
    }

    /** The record as it is to be sent: names replaced by ids. References stand at the top of a record only. */
    ObjectNode resolve(JsonNode entry) {
        ObjectNode body = entry.deepCopy();
        body.remove(NAME);
        entry.properties().forEach(field -> {
            if (!field.getKey().equals(NAME) && field.getValue().asText().startsWith("@")) {
                body.put(field.getKey(), id(field.getValue().asText()));
            }
        });
        return body;
    }

    private String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new StartFailure("The data set refers to " + name + " before it is loaded");
        }
        return id;
    }
}
