package nl.doorlichting.platform.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a text in the language of the answer. */
class TextSerializer extends JsonSerializer<Text> {
    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider) throws IOException {
        // The answer states its language for a verbatim text too, because a service chose its words by the same header.
        json.writeString(text.in(RequestLanguage.of(provider)));
    }
}
