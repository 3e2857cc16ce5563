package nl.doorlichting.platform.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Gives schemas of the same shape one name, because a generated client has a type for each name. The gateway passes on
 * what it reads from a service, so its schema becomes that of the service. Shapes are equal whatever their words are.
 */
final class EqualSchemas {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Set<String> WORDS =
            Set.of("description", "examples", "x-enum-descriptions", "x-enumDescriptions");

    private final ObjectNode document;

    private EqualSchemas(ObjectNode document) {
        this.document = document;
    }

    /**
     * Replaces schemas by those of the same shape.
     *
     * @param replaceable whether the schema of this name gives way to another
     * @throws IllegalStateException if several of the same shape do not
     */
    static void unify(OpenAPI target, Predicate<String> replaceable) {
        var equal = new EqualSchemas(tree(target));
        while (equal.unifyOnce(replaceable)) {
            // What refers to schemas that became one may be equal now.
        }
        var json = equal.document.toString().getBytes(StandardCharsets.UTF_8);
        var unified = OpenApiJson.read(new ByteArrayInputStream(json));
        target.setPaths(unified.getPaths());
        target.setComponents(unified.getComponents());
    }

    private boolean unifyOnce(Predicate<String> replaceable) {
        var replaced = false;
        for (var names : sameShape()) {
            var kept = names.stream().filter(replaceable.negate()).toList();
            if (kept.size() > 1) {
                throw new IllegalStateException("schemas of one shape have several names: " + kept);
            }
            var name = kept.isEmpty() ? names.iterator().next() : kept.get(0);
            for (var other : names) {
                if (!other.equals(name)) {
                    schemas().remove(other);
                    refer(document, REFERENCE + other, REFERENCE + name);
                    replaced = true;
                }
            }
        }
        return replaced;
    }

    /** The names of schemas that have a shape in common with another. */
    private List<Collection<String>> sameShape() {
        var byShape = new TreeMap<String, Collection<String>>();
        schemas()
                .properties()
                .forEach(schema -> byShape.computeIfAbsent(
                                shape(schema.getValue().deepCopy()).toString(), any -> new TreeSet<>())
                        .add(schema.getKey()));
        return byShape.values().stream().filter(names -> names.size() > 1).toList();
    }

    private ObjectNode schemas() {
        return (ObjectNode) document.at("/components/schemas");
    }

    private static JsonNode shape(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            object.remove(WORDS);
            object.properties().forEach(field -> {
                // A property may be named description.
                if (field.getKey().equals("properties")) {
                    field.getValue().forEach(EqualSchemas::shape);
                } else {
                    shape(field.getValue());
                }
            });
        } else {
            schema.forEach(EqualSchemas::shape);
        }
        return schema;
    }

    private static void refer(JsonNode node, String from, String to) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> field.getValue().isTextual()
                            && field.getValue().textValue().equals(from))
                    .toList()
                    .forEach(field -> object.put(field.getKey(), to));
        }
        node.forEach(child -> refer(child, from, to));
    }

    private static ObjectNode tree(OpenAPI document) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(OpenApiJson.write(document));
        } catch (JsonProcessingException written) {
            throw new IllegalStateException(written);
        }
    }
}
