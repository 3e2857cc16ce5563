package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.doorlichting.platform.json.StrictScalarDeserializer.Refusal;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Reads the fields of one small object, and reports every violation at its own pointer. */
public final class JsonObjectReader {
    private final ObjectNode node;
    private final String pointer;
    private final BindingViolations violations;
    private boolean failed;

    private JsonObjectReader(ObjectNode node, String pointer, BindingViolations violations) {
        this.node = node;
        this.pointer = pointer;
        this.violations = violations;
    }

    /** Reads a type of value with this function; null, with a violation, for anything but an object. */
    public static <T> JsonDeserializer<T> deserializer(Class<T> type, Function<JsonObjectReader, T> read) {
        return new StdDeserializer<T>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                var violations = BindingViolations.of(context);
                var pointer = BindingViolations.pointer(parser);
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    violations.add(pointer, ViolationCode.WRONG_TYPE, Text.of("json.object-expected"));
                    parser.skipChildren();
                    return null;
                }
                return read.apply(new JsonObjectReader(parser.readValueAsTree(), pointer, violations));
            }
        };
    }

    /** True if there was a violation, so that no value can be made. */
    public boolean failed() {
        return failed;
    }

    public void refuseOthersThan(String... fields) {
        var allowed = Arrays.asList(fields);
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                var escaped = name.replace("~", "~0").replace("/", "~1");
                failed = true;
                BindingProblemHandler.refuse(violations, pointer + "/" + escaped, name, allowed);
            }
        });
    }

    /** Null, with a violation, without such a number. */
    public Long count(String field, long maximum) {
        return require(field, optionalCount(field, maximum));
    }

    public Long optionalCount(String field, long maximum) {
        var value = stated(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            return fail(field, ViolationCode.WRONG_TYPE, Map.of(), Text.of("value.integer-expected"));
        }
        if (!value.isIntegralNumber()) {
            return fail(field, ViolationCode.NOT_AN_INTEGER, Map.of(), Text.of("value.integer-expected"));
        }
        if (!value.canConvertToLong() || value.longValue() < 0 || value.longValue() > maximum) {
            return fail(
                    field,
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", 0, "maximum", maximum),
                    Text.of("value.number-between", 0, maximum));
        }
        return value.longValue();
    }

    public String text(String field, int maximumLength) {
        return text(field, maximumLength, StrictScalarDeserializer.Kind.TEXT.otherType());
    }

    private String text(String field, int maximumLength, Refusal otherType) {
        var value = optionalText(field, maximumLength, otherType);
        if (value == null || !value.isBlank()) {
            return require(field, value);
        }
        return fail(field, ViolationCode.REQUIRED, Map.of(), Text.of("json.field-required"));
    }

    public String optionalText(String field, int maximumLength) {
        return optionalText(field, maximumLength, StrictScalarDeserializer.Kind.TEXT.otherType());
    }

    private String optionalText(String field, int maximumLength, Refusal otherType) {
        var value = stated(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            return accepted(field, null, otherType);
        }
        if (value.textValue().length() > maximumLength) {
            var bound = Map.<String, Object>of("max", maximumLength);
            return fail(field, ViolationCode.TOO_LONG, bound, Text.of("value.too-long", maximumLength));
        }
        return accepted(
                field, ScalarDeserializers.toText(value.textValue()), ScalarDeserializers.text(value.textValue()));
    }

    public <E extends Enum<E>> E enumeration(String field, Class<E> type) {
        var text = text(field, 100, ScalarDeserializers.noText(type));
        if (text == null) {
            return null;
        }
        var accepted = accepted(field, text, ScalarDeserializers.unknownValue(type, text));
        return accepted == null ? null : Enum.valueOf(type, accepted);
    }

    public LocalDate date(String field) {
        var text = text(field, 100, ScalarDeserializers.date(""));
        if (text == null) {
            return null;
        }
        var accepted = accepted(field, text, ScalarDeserializers.date(text));
        return accepted == null ? null : LocalDate.parse(accepted);
    }

    public List<String> texts(String field) {
        var value = stated(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fail(field, ViolationCode.WRONG_TYPE, Map.of(), Text.of("json.texts-expected"));
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual()) {
                texts.add(value.get(i).textValue());
            } else {
                fail(field + "/" + i, ViolationCode.WRONG_TYPE, Map.of(), Text.of("json.text-expected"));
            }
        }
        return texts;
    }

    public <T> T fail(String field, String code, Map<String, Object> parameters, Text detail) {
        failed = true;
        violations.add(field.isEmpty() ? pointer : pointer + "/" + field, code, parameters, detail);
        return null;
    }

    private JsonNode stated(String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private <T> T require(String field, T value) {
        var missing = value == null && stated(field) == null;
        return missing ? fail(field, ViolationCode.REQUIRED, Map.of(), Text.of("json.field-required")) : value;
    }

    private String accepted(String field, String text, Refusal refusal) {
        return refusal == null ? text : fail(field, refusal.code(), refusal.parameters(), refusal.detail());
    }
}
