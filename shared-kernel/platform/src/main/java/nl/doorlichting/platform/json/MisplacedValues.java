package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * Reads anything but an object, where an object is expected, as null with a violation, and the same for lists. Jackson ends
 * with the first text or number that stands in the place of one, so that no other violation of the body is found.
 */
final class MisplacedValues extends BeanDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription description, JsonDeserializer<?> reader) {
        // Readers of scalars and of values check the token themselves.
        return reader instanceof BeanDeserializerBase ? new Expecting(reader, JsonToken.START_OBJECT) : reader;
    }

    @Override
    public JsonDeserializer<?> modifyMapDeserializer(
            DeserializationConfig config, MapType type, BeanDescription description, JsonDeserializer<?> ofObject) {
        return new Expecting(ofObject, JsonToken.START_OBJECT);
    }

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config,
            CollectionType type,
            BeanDescription description,
            JsonDeserializer<?> ofList) {
        return new Expecting(ofList, JsonToken.START_ARRAY);
    }

    @Override
    public JsonDeserializer<?> modifyArrayDeserializer(
            DeserializationConfig config, ArrayType type, BeanDescription description, JsonDeserializer<?> ofList) {
        return new Expecting(ofList, JsonToken.START_ARRAY);
    }

    private static final class Expecting extends DelegatingDeserializer {
        private static final long serialVersionUID = 1L;

        private final JsonToken beginning;

        Expecting(JsonDeserializer<?> read, JsonToken beginning) {
            super(read);
            this.beginning = beginning;
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> read) {
            return new Expecting(read, beginning);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == beginning) {
                return super.deserialize(parser, context);
            }
            var expectation = beginning == JsonToken.START_ARRAY
                    ? Text.of("json.list-expected")
                    : Text.of("json.object-expected");
            BindingViolations.of(context).add(BindingViolations.pointer(parser), ViolationCode.WRONG_TYPE, expectation);
            parser.skipChildren();
            return null;
        }
    }
}
