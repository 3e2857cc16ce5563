package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Loads the data set through the public API. A record that exists already, by its natural id, is not changed: a second load
 * adds nothing, and an interrupted load is completed.
 */
final class DataSetLoader {
    private final Http http;
    private final String gateway;
    private final Tokens tokens;
    private final ProgressOutput steps;
    private final RecordReferences references = new RecordReferences();

    DataSetLoader(Http http, String gateway, Tokens tokens, ProgressOutput steps) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = tokens;
        this.steps = steps;
    }

    /** In the order of the files, so that lists in order of recording have the order of the source. */
    void load(List<RecordGroup> groups) {
        groups.forEach(this::load);
    }

    private void load(RecordGroup group) {
        long created =
                group.records().stream().filter(entry -> load(group, entry)).count();
        long there = group.records().size() - created;
        steps.done("Loaded " + group.what() + ": " + created + " new, " + there + " already there");
    }

    /** Whether it is new. */
    private boolean load(RecordGroup group, JsonNode entry) {
        ObjectNode body = references.resolve(entry);
        return group.step() == null ? create(group, entry, body) : transition(group, body);
    }

    private boolean create(RecordGroup group, JsonNode entry, ObjectNode body) {
        TextResponse answer = http.post(gateway + group.path(), tokens.of(group.role()), Json.write(body));
        if (answer.status() == 201) {
            references.remember(entry, answer.body().path("id").asText());
            return true;
        }
        String existing = answer.body().path("existing").asText("");
        if (answer.status() == 409 && !existing.isEmpty()) {
            references.remember(entry, existing.substring(existing.lastIndexOf('/') + 1));
            return false;
        }
        throw failed(group, group.path(), answer, body);
    }

    /** A transition that the record's state does not allow was made by an earlier load. */
    private boolean transition(RecordGroup group, ObjectNode body) {
        String path = group.path() + "/" + body.remove("id").asText() + "/" + group.step();
        TextResponse answer = http.post(gateway + path, tokens.of(group.role()), Json.write(body));
        if (answer.status() == 409) {
            return false;
        }
        if (answer.status() == 200 || answer.status() == 201) {
            return true;
        }
        throw failed(group, path, answer, body);
    }

    private static StartFailure failed(RecordGroup group, String path, TextResponse answer, JsonNode body) {
        return new StartFailure("Loading " + group.what() + " failed: POST " + path + " answered " + answer.status()
                + ": " + answer.problem() + " (" + shortly(body) + ")");
    }

    private static String shortly(JsonNode body) {
        String text = body.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
