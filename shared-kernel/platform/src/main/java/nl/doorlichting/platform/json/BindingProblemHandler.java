package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Reports fields that a record does not have, with the one that is meant where only the case differs, and lets Jackson continue. */
final class BindingProblemHandler extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String propertyName)
            throws IOException {
        var meant = Optional.ofNullable(deserializer)
                .map(JsonDeserializer::getKnownPropertyNames)
                .flatMap(known -> likeNamed(propertyName, known));
        BindingViolations.of(context)
                .add(
                        unknown(parser, context.getParser(), propertyName),
                        ViolationCode.UNKNOWN_FIELD,
                        meant.<Map<String, Object>>map(name -> Map.of("allowed", List.of(name)))
                                .orElse(Map.of()),
                        meant.map(name -> Text.of("json.unknown-field-in-case", name))
                                .orElseGet(() -> Text.of("json.unknown-field")));
        parser.skipChildren();
        return true;
    }

    /** The field that differs from this name by case only. */
    static Optional<String> likeNamed(String name, Collection<?> known) {
        return known.stream()
                .map(Object::toString)
                .filter(name::equalsIgnoreCase)
                .findFirst();
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
