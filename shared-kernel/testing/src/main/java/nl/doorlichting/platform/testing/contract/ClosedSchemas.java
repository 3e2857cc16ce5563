package nl.doorlichting.platform.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    /**
     * Keywords whose schemas have properties of the same object. Without them both ways of closing refuse the same, and
     * {@code unevaluatedProperties} takes many times as long, because it needs an account of every property that was checked.
     */
    private static final Set<String> PUT_TOGETHER = Set.of(
            "allOf",
            "anyOf",
            "oneOf",
            "not",
            "if",
            "then",
            "else",
            "dependentSchemas",
            "patternProperties",
            "$ref",
            "$dynamicRef");

    // OpenAPI's own keywords (discriminator) check nothing; without this each is a warning in the log.
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
            .metaSchema(DIALECT)
            .build();
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            // 5.0 is no integer to a client that reads a number as it is written.
            .losslessNarrowing(false)
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();

    private static final String ASKED = "asked";

    /** All schemas that were asked for are in one document, so that each component is compiled once. */
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private final JsonSchema document;
    private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

    ClosedSchemas(JsonNode openApi) {
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        ObjectNode closed = root.withObject("/components/schemas");
        ObjectNode parts = root.withObject("/parts/schemas");
        openApi.at("/components/schemas").properties().forEach(component -> {
            closed.set(component.getKey(), close(component.getValue(), false));
            parts.set(component.getKey(), close(component.getValue(), true));
        });
        root.putObject(ASKED);
        document = SCHEMAS.getSchema(root, CONFIG);
    }

    /** What is wrong with a value of this schema of the document. */
    List<String> violations(JsonNode schema, JsonNode value) {
        return closed(schema).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private synchronized JsonSchema closed(JsonNode schema) {
        return compiled.computeIfAbsent(schema, asked -> {
            String name = "schema-" + compiled.size();
            root.withObject("/" + ASKED).set(name, close(asked, false));
            JsonSchema closed = document.getRefSchema(
                    new JsonNodePath(PathType.JSON_POINTER).append(ASKED).append(name));
            closed.initializeValidators();
            return closed;
        });
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
            boolean alone = PUT_TOGETHER.stream().noneMatch(schema::has);
            closed.set(alone ? "additionalProperties" : "unevaluatedProperties", BooleanNode.FALSE);
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
