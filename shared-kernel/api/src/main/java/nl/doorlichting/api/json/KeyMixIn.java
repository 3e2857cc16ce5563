package nl.doorlichting.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.LinkedHashMap;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;

/** The key of a row stands among the row's own fields: one for each dimension, null for none in particular. */
@JsonSerialize(using = KeyMixIn.Writer.class)
@JsonDeserialize(using = KeyMixIn.Reader.class)
interface KeyMixIn {

    /** Writes fields into the object that is open. */
    final class Writer extends JsonSerializer<Key> {
        @Override
        public void serialize(Key key, JsonGenerator json, SerializerProvider provider) throws IOException {
            for (var value : key.values().entrySet()) {
                provider.defaultSerializeField(value.getKey().jsonName(), value.getValue(), json);
            }
        }

        @Override
        public boolean isUnwrappingSerializer() {
            return true;
        }

        @Override
        public JsonSerializer<Key> unwrappingSerializer(NameTransformer names) {
            return this;
        }
    }

    /** Reads the fields of a row that are named like dimensions. */
    final class Reader extends JsonDeserializer<Key> {
        @Override
        public Key deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var values = new LinkedHashMap<Dimension, Object>();
            if (json.currentToken() == JsonToken.START_OBJECT) {
                json.nextToken();
            }
            for (; json.currentToken() == JsonToken.FIELD_NAME; json.nextToken()) {
                var dimension = Dimension.named(json.currentName());
                json.nextToken();
                if (dimension.isPresent()) {
                    values.put(dimension.get(), value(dimension.get(), json, context));
                } else {
                    json.skipChildren();
                }
            }
            return new Key(values);
        }

        // Most values are codes, for which looking up a reader costs more than reading.
        static Object value(Dimension dimension, JsonParser json, DeserializationContext context) throws IOException {
            if (json.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            if (json.currentToken() == JsonToken.VALUE_STRING && dimension.accepts(json.getText())) {
                return dimension.value(json.getText());
            }
            return context.readValue(json, dimension.type());
        }

        // A row with an unwrapped key needs another instance than a key by itself.
        @Override
        public JsonDeserializer<Key> unwrappingDeserializer(NameTransformer names) {
            return new Reader();
        }
    }
}
