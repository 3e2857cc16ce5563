package nl.doorlichting.local.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        ChangedOpenApi changes = OpenApiCompare.fromContents(shapes(before), shapes(now));
        changes.getMissingEndpoints().forEach(gone -> found.add("gone: " + gone.getMethod() + " " + gone.getPathUrl()));
        changes.getChangedOperations().stream()
                .filter(operation -> !operation.isCompatible())
                .forEach(operation -> found.add("breaks: " + operation.getHttpMethod() + " " + operation.getPathUrl()));
        addChangedTypes(found);
        addGoneCodes(found);
        return found;
    }

    /** The comparison above knows no open enumerations. A list may become open, and loses no code. */
    private void addGoneCodes(List<String> found) {
        JsonNode later = Json.read(now).at("/components/schemas");
        Json.read(before)
                .at("/components/schemas")
                .properties()
                .forEach(schema -> codes(schema.getValue()).stream()
                        .filter(code -> later.has(schema.getKey())
                                && !codes(later.get(schema.getKey())).contains(code))
                        .forEach(code -> found.add("gone: " + schema.getKey() + "." + code)));
    }

    private static Set<String> codes(JsonNode schema) {
        Set<String> codes = new LinkedHashSet<>();
        Stream.of("enum", "x-extensible-enum")
                .forEach(list -> schema.path(list).forEach(code -> codes.add(code.asText())));
        return codes;
    }

    /** The comparison above ignores the types of OpenAPI 3.1. */
    private void addChangedTypes(List<String> found) {
        JsonNode document = Json.read(now);
        JsonNode later = document.at("/components/schemas");
        JsonNode earlier = Json.read(before);
        earlier.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> {
                            JsonNode same = later.path(schema.getKey())
                                    .path("properties")
                                    .path(field.getKey());
                            if (!same.isMissingNode()
                                    && !types(same, document).equals(types(field.getValue(), earlier))) {
                                found.add("other type: " + schema.getKey() + "." + field.getKey());
                            }
                        }));
    }

    /** A field that refers to a schema has the type of that schema; one that is any of several has the types of all. */
    private static Set<String> types(JsonNode field, JsonNode document) {
        Set<String> types = new TreeSet<>();
        if (field.has("type")) {
            JsonNode own = field.get("type");
            (own.isArray() ? own : List.of(own)).forEach(type -> types.add(type.asText()));
        } else if (field.has("$ref")) {
            types.addAll(types(document.at(field.get("$ref").asText().substring(1)), document));
        }
        field.path("anyOf").forEach(one -> types.addAll(types(one, document)));
        return types;
    }

    /**
     * Words and examples break no client. Beside a reference they make the comparison report a change of the schema. So does
     * null as a type of its own instead of one of two types, although both admit the same values.
     */
    private static String shapes(String document) {
        JsonNode shapes = Json.read(document);
        removeWords(shapes);
        admitNullByType(shapes);
        return shapes.toString();
    }

    private static void admitNullByType(JsonNode node) {
        if (node.at("/anyOf/0/type").isTextual()
                && node.at("/anyOf/1/type").asText().equals("null")) {
            ObjectNode object = (ObjectNode) node;
            object.setAll((ObjectNode) object.remove("anyOf").get(0));
            object.set("type", object.arrayNode().add(object.get("type")).add("null"));
        }
        node.forEach(ContractChanges::admitNullByType);
    }

    private static void removeWords(JsonNode node) {
        if (node instanceof ObjectNode object) {
            // A property with such a name is an object.
            List.of("description", "example", "examples").stream()
                    .filter(word -> !object.path(word).isObject())
                    .forEach(object::remove);
        }
        node.forEach(ContractChanges::removeWords);
    }
}
