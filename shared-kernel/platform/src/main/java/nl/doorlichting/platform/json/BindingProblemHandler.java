package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Reports fields that a record does not have, with those that it has, and lets Jackson continue. */
final class BindingProblemHandler extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        var fields = deserializer.getKnownPropertyNames().stream()
                .map(Object::toString)
                .sorted()
                .toList();
        refuse(BindingViolations.of(context), unknown(parser, context.getParser(), propertyName), propertyName, fields);
        parser.skipChildren();
        return true;
    }

    /** Adds that an object of these fields has none of this name. */
    static void refuse(BindingViolations violations, String pointer, String name, List<String> fields) {
        var meant = fields.stream().filter(name::equalsIgnoreCase).findFirst();
        violations.add(
                pointer,
                ViolationCode.UNKNOWN_FIELD,
                Map.of("allowed", meant.map(List::of).orElse(fields)),
                meant.map(field -> Text.of("json.unknown-field-in-case", field))
                        .orElseGet(() -> Text.of("json.unknown-field")));
    }

    /**
     * Jackson buffers unknown fields of a record and reports them after the others, with a parser that has lost their
     * position. The parser of the body is then behind the record, or at its next field.
     */
    private static String unknown(JsonParser parser, JsonParser body, String field) {
        if (parser == body) {
            return BindingViolations.pointer(parser);
        }
        var reached = body.getParsingContext().pathAsPointer();
        var object = body.currentToken() == JsonToken.FIELD_NAME ? reached.head() : reached;
        return object.appendProperty(field).toString();
    }
}
