package nl.doorlichting.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.Json;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** Changes of a newer contract that break a client of an older one, a line for each. */
final class ContractChanges {
    private final String before;
    private final String now;

    ContractChanges(String before, String now) {
        this.before = before;
        this.now = now;
    }

    List<String> breaking() {
        List<String> found = new ArrayList<>();
        ChangedOpenApi changes = OpenApiCompare.fromContents(before, now);
        changes.getMissingEndpoints().forEach(gone -> found.add("gone: " + gone.getMethod() + " " + gone.getPathUrl()));
        changes.getChangedOperations().stream()
                .filter(operation -> !operation.isCompatible())
                .forEach(operation -> found.add("breaks: " + operation.getHttpMethod() + " " + operation.getPathUrl()));
        addChangedTypes(found);
        return found;
    }

    /** The comparison above ignores the types of OpenAPI 3.1. */
    private void addChangedTypes(List<String> found) {
        JsonNode later = Json.read(now).at("/components/schemas");
        Json.read(before)
                .at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> {
                            JsonNode same = later.path(schema.getKey())
                                    .path("properties")
                                    .path(field.getKey());
                            if (!same.isMissingNode()
                                    && !same.path("type")
                                            .equals(field.getValue().path("type"))) {
                                found.add("other type: " + schema.getKey() + "." + field.getKey());
                            }
                        }));
    }
}
