package nl.doorlichting.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import nl.doorlichting.platform.problems.ViolationCode;

/** Reads true and false, and no other spelling of them. */
final class StrictBooleanDeserializer extends StdScalarDeserializer<Boolean> {
    private static final long serialVersionUID = 1L;

    StrictBooleanDeserializer() {
        super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken().isBoolean()) {
            return parser.getBooleanValue();
        }
        BindingViolations.of(context)
                .add(BindingViolations.pointer(parser), ViolationCode.WRONG_TYPE, "True or false is expected.");
        parser.skipChildren();
        return null;
    }
}
