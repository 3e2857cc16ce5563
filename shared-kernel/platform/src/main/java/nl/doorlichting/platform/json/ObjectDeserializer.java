package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** Reads one registered type of value; null, with violations, if the object does not fit. */
public final class ObjectDeserializer<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<JsonObjectReader, T> read;

    public ObjectDeserializer(Class<T> type, Function<JsonObjectReader, T> read) {
        super(type);
        this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var object = JsonObjectReader.start(parser, context);
        return object == null ? null : read.apply(object);
    }
}
