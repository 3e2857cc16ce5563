package nl.doorlichting.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import nl.doorlichting.domain.quantity.Quantity;

/** Reads a quantity in the answer of a service, which may have more fields than these. Requests are read strictly. */
public final class LenientQuantityReader extends JsonDeserializer<Quantity> {
    @Override
    public Quantity deserialize(JsonParser json, DeserializationContext context) throws IOException {
        JsonNode quantity = context.readTree(json);
        return switch (quantity.path("kind").asText()) {
            case "EXACT" -> new Quantity.Exact(number(json, quantity, "value"));
            case "APPROXIMATE" ->
                new Quantity.Approximate(
                        number(json, quantity, "value"),
                        quantity.hasNonNull("plusMinus") ? (Long) number(json, quantity, "plusMinus") : null);
            case "RANGE" -> new Quantity.Range(number(json, quantity, "minimum"), number(json, quantity, "maximum"));
            case "AT_LEAST" -> new Quantity.AtLeast(number(json, quantity, "value"));
            case "VAGUE" -> new Quantity.Vague(quantity.path("text").asText());
            case "NOT_MEASURED" ->
                new Quantity.NotMeasured(quantity.path("reason").asText());
            default -> throw JsonMappingException.from(json, "no kind of quantity");
        };
    }

    private static long number(JsonParser json, JsonNode quantity, String field) throws IOException {
        if (!quantity.path(field).isIntegralNumber()) {
            throw JsonMappingException.from(json, "no number " + field);
        }
        return quantity.get(field).longValue();
    }
}
