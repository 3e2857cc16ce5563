package nl.doorlichting.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.local.Http;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.ProgressOutput;
import nl.doorlichting.local.StartFailure;
import nl.doorlichting.local.identity.Tokens;

/**
 * Loads the data set through the public API. A record that exists already, by its natural id, is not changed: a second load
 * adds nothing, and an interrupted load is completed.
 */
public final class DataSetLoader {
    private static final String NAME = "@as";

    private final Http http;
    private final String gateway;
    private final Tokens tokens;
    private final ProgressOutput steps;

    /** Ids of loaded records, by their names in the data set. */
    private final Map<String, String> ids = new HashMap<>();

    public DataSetLoader(Http http, String gateway, Tokens tokens, ProgressOutput steps) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = tokens;
        this.steps = steps;
    }

    /** In the order of the files, so that lists in order of recording have the order of the source. */
    public void load(List<DataSet.RecordGroup> groups) {
        groups.forEach(this::load);
    }

    private void load(DataSet.RecordGroup group) {
        long created =
                group.records().stream().filter(entry -> load(group, entry)).count();
        long there = group.records().size() - created;
        steps.done("Loaded " + group.what() + ": " + created + " new, " + there + " already there");
    }

    /** Whether it is new. */
    private boolean load(DataSet.RecordGroup group, JsonNode entry) {
        ObjectNode body = resolve(entry);
        return group.step() == null ? create(group, entry, body) : takeStep(group, body);
    }

    private boolean create(DataSet.RecordGroup group, JsonNode entry, ObjectNode body) {
        Http.Response answer = post(group, group.path(), body);
        if (answer.status() == 201) {
            remember(entry, answer.body().path("id").asText());
            return true;
        }
        String existing = answer.body().path("existing").asText("");
        if (answer.status() == 409 && !existing.isEmpty()) {
            remember(entry, existing.substring(existing.lastIndexOf('/') + 1));
            return false;
        }
        throw failed(group, group.path(), answer, body);
    }

    /** What the record's state does not allow, or what it has already, was made by an earlier load. */
    private boolean takeStep(DataSet.RecordGroup group, ObjectNode body) {
        String path = group.path() + "/" + body.remove("id").asText() + "/" + group.step();
        Http.Response answer = post(group, path, body);
        if (answer.status() == 409) {
            return false;
        }
        if (answer.status() == 200 || answer.status() == 201) {
            return true;
        }
        throw failed(group, path, answer, body);
    }

    private Http.Response post(DataSet.RecordGroup group, String path, ObjectNode body) {
        return Http.whenAvailable(() -> http.post(gateway + path, tokens.of(group.role()), Json.write(body)));
    }

    private static StartFailure failed(DataSet.RecordGroup group, String path, Http.Response answer, JsonNode body) {
        return new StartFailure("Loading " + group.what() + " failed: POST " + path + " answered " + answer.status()
                + ": " + answer.problem() + " (" + shortly(body) + ")");
    }

    private static String shortly(JsonNode body) {
        String text = body.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }

    private void remember(JsonNode entry, String id) {
        if (entry.has(NAME)) {
            ids.put("@" + entry.get(NAME).asText(), id);
        }
    }

    /** The body of the request: the record with ids in place of all names. */
    private ObjectNode resolve(JsonNode entry) {
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
