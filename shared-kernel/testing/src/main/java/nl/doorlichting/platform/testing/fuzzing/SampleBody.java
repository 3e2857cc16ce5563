package nl.doorlichting.platform.testing.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import nl.doorlichting.platform.testing.contract.OpenApiContract;

/** Makes values that fit a schema of an OpenAPI document, with existing records where a field refers to one. */
final class SampleBody {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> BEGINNINGS = List.of("2007-01-01", "2009-01-01", "2010-01-01", "2010-03-01");
    private static final List<String> ENDS = List.of("2010-04-01", "2011-01-01", "2012-01-01", "2026-01-01");
    private static final List<String> AMOUNTS =
            List.of("0.01", "1.00", "10.00", "50.00", "600.00", "9000.00", "999999999999.99");
    private static final int DEEPEST = 8;

    private final JsonNode openApi;
    private final Map<String, List<String>> known;
    private final Random random;

    /** @param known existing texts, by the name of the field that has them */
    SampleBody(JsonNode openApi, Map<String, List<String>> known, Random random) {
        this.openApi = openApi;
        this.known = known;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        return value("", schema, 0);
    }

    /** A text for this parameter or field. */
    String text(String name, JsonNode schema) {
        return value(name, schema, 0).asText();
    }

    private JsonNode value(String name, JsonNode unresolved, int depth) {
        var schema = OpenApiContract.resolve(openApi, unresolved);
        for (var choice : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.has(choice)) {
                return value(name, oneOf(alternatives(schema.get(choice))), depth);
            }
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer", "number" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(textOf(name, schema));
        };
    }

    private static List<JsonNode> alternatives(JsonNode choice) {
        var alternatives = new ArrayList<JsonNode>();
        choice.forEach(alternative -> {
            if (!alternative.path("type").asText().equals("null")) {
                alternatives.add(alternative);
            }
        });
        return alternatives;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText().equals("null")
                    ? type.get(1).asText()
                    : type.get(0).asText();
        }
        return schema.has("properties") ? "object" : type.asText();
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            var isWanted = required.contains(property.getKey()) || random.nextInt(3) == 0 && depth < DEEPEST;
            if (isWanted) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        var length = Math.max(schema.path("minItems").asInt(0), 1 + random.nextInt(2));
        for (int i = 0; i < length && depth < DEEPEST; i++) {
            array.add(value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private int number(JsonNode schema) {
        var least = schema.path("minimum").asInt(0);
        var most = schema.path("maximum").asInt(least + 100);
        if (least == 1900) {
            return 2010;
        }
        return least + random.nextInt(Math.min(100, most - least) + 1);
    }

    private String textOf(String name, JsonNode schema) {
        var format = schema.path("format").asText();
        var pattern = schema.path("pattern").asText();
        if (format.startsWith("date")) {
            var day = oneOf(name.contains("ntil") || name.contains("nd") ? ENDS : BEGINNINGS);
            return format.equals("date") ? day : day + "T09:00:00Z";
        }
        if (pattern.contains("GM")) {
            return "GM0988";
        }
        if (name.equals("amount")) {
            return oneOf(AMOUNTS);
        }
        if (known.containsKey(name) && random.nextInt(5) > 0) {
            return oneOf(known.get(name));
        }
        if (format.equals("uuid")) {
            return new UUID(random.nextLong(), random.nextLong()).toString();
        }
        var word = "w" + Integer.toString(random.nextInt(1_000_000), 36);
        return word.substring(
                0, Math.min(word.length(), schema.path("maxLength").asInt(10)));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
