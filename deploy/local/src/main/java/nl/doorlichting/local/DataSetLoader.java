package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Loads the data set through the public API. What is there already, by its natural id, is left as it is: a second load
 * adds nothing and a load that was broken off is completed.
 */
final class DataSetLoader {
    private static final int AT_ONCE = 4;

    private final Http http;
    private final String gateway;
    private final Tokens tokens;
    private final Steps steps;
    private final References references = new References();

    DataSetLoader(Http http, String gateway, Tokens tokens, Steps steps) {
        this.http = http;
        this.gateway = gateway;
        this.tokens = tokens;
        this.steps = steps;
    }

    void load(List<Group> groups) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            groups.forEach(group -> load(group, workers));
        } finally {
            workers.shutdownNow();
        }
    }

    private void load(Group group, ExecutorService workers) {
        List<Future<Boolean>> loading = new ArrayList<>();
        for (JsonNode entry : group.records()) {
            loading.add(workers.submit(() -> load(group, entry)));
        }
        long created = loading.stream().filter(DataSetLoader::result).count();
        steps.done(
                "Loaded " + group.what() + ": " + created + " new, " + (loading.size() - created) + " already there");
    }

    private static boolean result(Future<Boolean> loading) {
        try {
            return loading.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof StartFailure known) {
                throw known;
            }
            throw new StartFailure("Loading failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted");
        }
    }

    /** Whether it is new. */
    private boolean load(Group group, JsonNode entry) {
        JsonNode body = references.resolve(entry);
        Answer answer = http.post(gateway + group.path(), tokens.of(group.role()), Json.write(body));
        if (answer.status() == 201) {
            references.remember(entry, answer.body().path("id").asText());
            return true;
        }
        String existing = answer.body().path("existing").asText("");
        if (answer.status() == 409 && !existing.isEmpty()) {
            references.remember(entry, existing.substring(existing.lastIndexOf('/') + 1));
            return false;
        }
        throw new StartFailure("Loading " + group.what() + " failed: POST " + group.path() + " answered "
                + answer.status() + ": " + answer.problem() + " (" + shortly(body) + ")");
    }

    private static String shortly(JsonNode body) {
        String text = body.toString();
        return text.length() <= 300 ? text : text.substring(0, 300) + "…";
    }
}
