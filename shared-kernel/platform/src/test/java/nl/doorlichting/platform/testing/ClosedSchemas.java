package nl.doorlichting.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the schemas of a document refuse what they do not declare. A published schema stays open, so that a field
 * can be added; the test must find an undocumented field. The same holds for codes that are open to more.
 *
 * <p>Where schemas are put together (allOf, or properties beside a reference or a choice) only the whole may be
 * closed: each part alone would refuse what the others declare. Therefore the document has every component twice,
 * closed under {@code components} and open for use as a part under {@code parts}.
 */
final class ClosedSchemas {

    private static final String CLOSED = "#/components/schemas/";
    private static final String OPEN = "#/parts/schemas/";
    private static final String OPEN_CODES = "x-extensible-enum";
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");
    private static final Set<String> SAYS_ITSELF = Set.of("additionalProperties", "unevaluatedProperties");

    private ClosedSchemas() {}

    /** The schema as the root of a JSON Schema document in which the references of the OpenAPI document resolve. */
    static ObjectNode standingAlone(JsonNode schema, JsonNode openApi) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.putArray("allOf").add(close(schema, false));
        openApi.at("/components/schemas").properties().forEach(component -> {
            root.withObject("/components/schemas").set(component.getKey(), close(component.getValue(), false));
            root.withObject("/parts/schemas").set(component.getKey(), close(component.getValue(), true));
        });
        return root;
    }

    private static JsonNode close(JsonNode schema, boolean part) {
        if (!(schema instanceof ObjectNode)) {
            return schema;
        }
        ObjectNode closed = schema.deepCopy();
        boolean whole = schema.has("properties") || schema.has("allOf");
        boolean partsOfThis = part || whole;
        closeValues(closed);
        if (schema.has(OPEN_CODES) && !schema.has("enum")) {
            closed.set("enum", schema.get(OPEN_CODES));
        }
        replaceAll(closed, "allOf", true);
        CHOICES.forEach(choice -> replaceAll(closed, choice, partsOfThis));
        if (partsOfThis && closed.path("$ref").asText().startsWith(CLOSED)) {
            closed.put("$ref", closed.get("$ref").asText().replace(CLOSED, OPEN));
        }
        if (whole && !part && SAYS_ITSELF.stream().noneMatch(schema::has)) {
            closed.set("unevaluatedProperties", BooleanNode.FALSE);
        }
        return closed;
    }

    // A value in a property or an array is closed by itself, also when its holder is a part.
    private static void closeValues(ObjectNode schema) {
        if (schema.get("properties") instanceof ObjectNode properties) {
            for (Map.Entry<String, JsonNode> property : properties.properties()) {
                property.setValue(close(property.getValue(), false));
            }
        }
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.has(keyword)) {
                schema.set(keyword, close(schema.get(keyword), false));
            }
        }
    }

    private static void replaceAll(ObjectNode schema, String keyword, boolean part) {
        if (schema.get(keyword) instanceof ArrayNode schemas) {
            for (int i = 0; i < schemas.size(); i++) {
                schemas.set(i, close(schemas.get(i), part));
            }
        }
    }
}
