package nl.doorlichting.platform.texts;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a text in the language of the answer. */
class TextSerializer extends JsonSerializer<Text> {
    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(text.isVerbatim() ? text.toString() : text.in(RequestLanguage.ofAnswer()));
    }
}
