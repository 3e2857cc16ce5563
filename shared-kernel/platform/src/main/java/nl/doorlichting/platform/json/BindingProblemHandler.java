package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import nl.doorlichting.platform.problems.ViolationCode;

/** Notes what does not fit a record's shape and lets Jackson read on. */
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
                        "There is no such field.");
        parser.skipChildren();
        return true;
    }

    /**
     * Jackson sets unknown fields of a record aside and shows them when it has the others, by a parser that no longer
     * knows where they stood. The parser of the body then stands behind the record, or at its next field.
     */
    private static String unknown(JsonParser parser, JsonParser body, String field) {
        if (parser == body) {
            return BindingViolations.pointer(parser);
        }
        var reached = body.getParsingContext().pathAsPointer();
        var object = body.currentToken() == JsonToken.FIELD_NAME ? reached.head() : reached;
        return object.appendProperty(field).toString();
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        var expected = target.isCollectionLikeType() ? "An array is expected." : "An object is expected.";
        BindingViolations.of(context).add(BindingViolations.pointer(parser), ViolationCode.WRONG_TYPE, expected);
        parser.skipChildren();
        return null;
    }
}
