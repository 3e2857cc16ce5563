package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Reads one scalar, without the conversions of Jackson, which accepts {@code 5} for a string or {@code 1.5} for an
 * integer. A wrong value is reported and read as null, so that reading continues.
 */
final class StrictScalarDeserializer<T> extends StdScalarDeserializer<T> implements ContextualDeserializer {
    private static final long serialVersionUID = 1L;

    /** The JSON type that a field has. */
    enum Kind {
        TEXT(Text.of("json.text-expected"), JsonToken.VALUE_STRING),
        INTEGER(Text.of("value.integer-expected"), JsonToken.VALUE_NUMBER_INT),
        NUMBER(Text.of("json.number-expected"), JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT),
        BOOLEAN(Text.of("json.boolean-expected"), JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE);

        private final Refusal otherType;
        private final Set<JsonToken> tokens;

        Kind(Text expectation, JsonToken... tokens) {
            this.otherType = new Refusal(ViolationCode.WRONG_TYPE, Map.of(), expectation);
            this.tokens = Set.of(tokens);
        }

        /** What is wrong with a value of another JSON type. */
        Refusal otherType() {
            return otherType;
        }

        private String codeFor(JsonToken actual) {
            var fraction = this == INTEGER && actual == JsonToken.VALUE_NUMBER_FLOAT;
            return fraction ? ViolationCode.NOT_AN_INTEGER : ViolationCode.WRONG_TYPE;
        }
    }

    /** What can be wrong with a text that has the right JSON type. */
    record Refusal(String code, Map<String, Object> parameters, Text detail) {}

    private final Kind kind;
    private final transient Refusal otherType;
    private final transient Function<String, T> parse;
    private final transient BiFunction<String, Map<String, Object>, Refusal> refuse;
    private final transient Map<String, Object> bounds;

    /**
     * @param otherType what is wrong with a value of another JSON type
     * @param refuse what is wrong with a text of the right one, or null
     */
    StrictScalarDeserializer(
            Class<T> type, Kind kind, Refusal otherType, Function<String, T> parse, Function<String, Refusal> refuse) {
        this(type, kind, otherType, parse, (text, bounds) -> refuse.apply(text), Map.of());
    }

    /**
     * The same of a number.
     *
     * @param bounds {@code minimum} and {@code maximum}, as far as its field states them
     */
    StrictScalarDeserializer(
            Class<?> type,
            Kind kind,
            Refusal otherType,
            Function<String, T> parse,
            BiFunction<String, Map<String, Object>, Refusal> refuse,
            Map<String, Object> bounds) {
        super(type);
        this.kind = kind;
        this.otherType = otherType;
        this.parse = parse;
        this.refuse = refuse;
        this.bounds = bounds;
    }

    /** The same for a field, which may state bounds. */
    @Override
    public JsonDeserializer<T> createContextual(DeserializationContext context, BeanProperty field) {
        var stated = field == null
                ? Map.<String, Object>of()
                : ConstraintViolations.bounds(type -> field.getAnnotation(type));
        return stated.isEmpty()
                ? this
                : new StrictScalarDeserializer<>(handledType(), kind, otherType, parse, refuse, stated);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var violations = BindingViolations.of(context);
        var pointer = BindingViolations.pointer(parser);
        if (!kind.tokens.contains(parser.currentToken())) {
            violations.add(pointer, kind.codeFor(parser.currentToken()), otherType.parameters(), otherType.detail());
            parser.skipChildren();
            return null;
        }
        var text = parser.getText();
        var refusal = refuse.apply(text, bounds);
        if (refusal == null) {
            return parse.apply(text);
        }
        violations.add(pointer, refusal.code(), refusal.parameters(), refusal.detail());
        return null;
    }
}
