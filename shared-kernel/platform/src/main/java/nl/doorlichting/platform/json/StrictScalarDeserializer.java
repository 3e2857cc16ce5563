package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads one scalar, without the conversions of Jackson, which accepts {@code 5} for a string or {@code 1.5} for an
 * integer. A wrong value is reported and read as null, so that reading continues.
 */
final class StrictScalarDeserializer<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    /** What may be wrong with a text that has the right JSON type. */
    record Refusal(String code, Map<String, Object> parameters, String detail) {}

    private final JsonToken expected;
    private final transient Function<String, T> parse;
    private final transient Function<String, Refusal> refuse;

    StrictScalarDeserializer(
            Class<T> type, JsonToken expected, Function<String, T> parse, Function<String, Refusal> refuse) {
        super(type);
        this.expected = expected;
        this.parse = parse;
        this.refuse = refuse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var violations = BindingViolations.of(context);
        var pointer = BindingViolations.pointer(parser);
        if (parser.currentToken() != expected) {
            violations.add(
                    pointer,
                    ScalarDeserializers.wrongTypeCode(expected, parser.currentToken()),
                    ScalarDeserializers.expects(expected));
            parser.skipChildren();
            return null;
        }
        return parsed(parser.getText(), pointer, violations);
    }

    private T parsed(String text, String pointer, BindingViolations violations) {
        var refusal = refuse.apply(text);
        if (refusal == null) {
            return parse.apply(text);
        }
        violations.add(pointer, refusal.code(), refusal.parameters(), refusal.detail());
        return null;
    }
}
