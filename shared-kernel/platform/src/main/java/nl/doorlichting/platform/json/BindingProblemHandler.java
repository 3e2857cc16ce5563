package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Reports fields that a record does not have, and lets Jackson continue. */
final class BindingProblemHandler extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        BindingViolations.of(context)
                .add(
                        unknown(parser, context.getParser(), propertyName),
                        ViolationCode.UNKNOWN_FIELD,
                        Text.of("json.unknown-field"));
        parser.skipChildren();
        return true;
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
