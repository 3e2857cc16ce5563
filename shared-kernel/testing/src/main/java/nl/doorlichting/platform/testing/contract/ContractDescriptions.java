package nl.doorlichting.platform.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * Which parts of the OpenAPI document of the application have a description of their own. One that only repeats the name,
 * or that many operations share for an answer of success, is none. A property that can be null or absent states what that
 * means, and one whose form does not follow from its type has an example.
 */
public final class ContractDescriptions {
    private static final String GENERATED = "contract/openapi.json";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<String> OF_ANY_OPERATION = Set.of("OK", "Created", "Done", "No Content");

    private final JsonNode document;
    private final Map<String, Integer> parts = new LinkedHashMap<>();
    private final Map<String, List<String>> undescribed = new LinkedHashMap<>();

    private ContractDescriptions(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> countOperation(method.getKey() + " " + path.getKey(), method.getValue())));
        String references = document.toString();
        document.at("/components/schemas").properties().stream()
                // In a test the scan leaves schemas that nothing refers to. They are not published.
                .filter(schema -> references.contains("\"#/components/schemas/" + schema.getKey() + "\""))
                .forEach(schema -> {
                    count("schemas", schema.getKey(), schema.getKey(), schema.getValue());
                    countProperties(schema.getKey(), schema.getValue());
                });
    }

    /** Those of the application under test, for use inside a {@code @QuarkusTest}. */
    public static ContractDescriptions ofApplication() {
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(GENERATED)) {
            return new ContractDescriptions(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has none, by the kind of part. A kind with nothing undescribed is not in the map. */
    public Map<String, List<String>> undescribed() {
        return undescribed;
    }

    /** The share that has one, by the kind of part: {@code properties 914 of 914 (100 %)}. */
    public String shares() {
        List<String> lines = new ArrayList<>();
        parts.forEach((kind, all) -> {
            int described = all - undescribed.getOrDefault(kind, List.of()).size();
            lines.add("%s %d of %d (%d %%)".formatted(kind, described, all, 100 * described / all));
        });
        return String.join(", ", lines);
    }

    private void countOperation(String name, JsonNode operation) {
        count("operations", name, operation.path("summary").asText(), operation);
        operation.path("parameters").forEach(parameter -> {
            JsonNode resolved = resolved(parameter);
            String parameterName = resolved.path("name").asText();
            count("parameters", name + " " + parameterName, parameterName, resolved);
            if (parameterName.equals("sort") && !resolved.at("/schema").has("x-extensible-enum")) {
                undescribed
                        .computeIfAbsent("fields to sort by", kind -> new ArrayList<>())
                        .add(name);
            }
        });
        operation.path("responses").properties().forEach(answer -> {
            JsonNode resolved = resolved(answer.getValue());
            count("answers", name + " " + answer.getKey(), answer.getKey(), resolved);
        });
    }

    private void countProperties(String where, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            String name = where + "." + property.getKey();
            count("properties", name, property.getKey(), property.getValue());
            countValues(name, schema, property.getKey(), property.getValue());
            countProperties(name, property.getValue());
        });
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.has(keyword)) {
                countProperties(where, schema.get(keyword));
            }
        }
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            schema.path(keyword).forEach(part -> countProperties(where, part));
        }
    }

    private void countValues(String where, JsonNode schema, String name, JsonNode property) {
        String text = property.path("description").asText();
        boolean required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .anyMatch(element -> element.asText().equals(name));
        if (types(property).contains("null")) {
            count("meanings of null", where, text.matches("(?is).*\\bnull\\b.*"));
        }
        if (!required) {
            count("meanings of absence", where, text.matches("(?is).*\\b(absent|default|optional)\\b.*"));
        }
        if (isOfUnknownForm(property)) {
            count("values of properties", where, property.has("examples") || property.has("example"));
        }
    }

    private static boolean isOfUnknownForm(JsonNode property) {
        boolean isText = types(property).contains("string");
        boolean isNumber =
                types(property).contains("integer") || types(property).contains("number");
        return (isText || isNumber)
                && !property.has("enum")
                && !property.has("const")
                && !property.has("x-extensible-enum")
                && !property.path("format").asText().equals("binary");
    }

    private static Set<String> types(JsonNode property) {
        Set<String> types = new TreeSet<>();
        JsonNode type = property.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(element -> types.add(element.asText()));
        property.path("anyOf").forEach(part -> types.addAll(types(part)));
        return types;
    }

    private void count(String kind, String where, boolean described) {
        parts.merge(kind, 1, Integer::sum);
        if (!described) {
            undescribed.computeIfAbsent(kind, any -> new ArrayList<>()).add(where);
        }
    }

    private void count(String kind, String where, String name, JsonNode part) {
        parts.merge(kind, 1, Integer::sum);
        String text = part.path("description").asText().strip();
        if (text.isEmpty()
                || OF_ANY_OPERATION.contains(text)
                || text.replaceAll("[. ]", "").equalsIgnoreCase(name.replaceAll("[. ]", ""))) {
            undescribed.computeIfAbsent(kind, any -> new ArrayList<>()).add(where);
        }
    }

    private JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? document.at(part.get("$ref").asText().substring(1)) : part;
    }
}
