package nl.doorlichting.api.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ValueSchemasTest {

    @Test
    void describesQuantityAsSixKinds() {
        JsonNode schemas = OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/components/schemas");
        JsonNode quantity = schemas.get("Quantity");
        assertEquals(6, quantity.get("oneOf").size());
        quantity.at("/discriminator/mapping").properties().forEach(kind -> {
            JsonNode schema = schemas.get(kind.getValue().asText().replace("#/components/schemas/", ""));
            assertEquals(kind.getKey(), schema.at("/properties/kind/const").asText());
            // Answers have it too, and a later version can add fields to them.
            assertFalse(schema.has("additionalProperties"));
        });
        assertEquals(List.of("kind", "value"), texts(schemas.at("/ApproximateQuantity/required")));
        assertEquals(List.of("kind", "minimum", "maximum"), texts(schemas.at("/RangeQuantity/required")));
        assertEquals(
                1_000_000_000,
                schemas.at("/ExactQuantity/properties/value/maximum").asInt());
    }

    @Test
    void usesRequestSchemasOfPeriodAndPlace() {
        JsonNode schemas = OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/components/schemas");
        JsonNode asked = schemas.at("/CreateThingRequest/properties");
        assertEquals(
                "#/components/schemas/PeriodRequest", asked.at("/period/$ref").asText());
        assertEquals(
                "#/components/schemas/PlaceRequest", asked.at("/place/$ref").asText());
        JsonNode answered = schemas.at("/StayResponse/properties");
        assertEquals("#/components/schemas/Period", answered.at("/period/$ref").asText());
        assertEquals(List.of("from", "until"), texts(schemas.at("/PeriodRequest/required")));
        assertEquals(List.of("code", "from", "until"), texts(schemas.at("/Period/required")));
        assertTrue(schemas.at("/Period/additionalProperties").isMissingNode());
        assertEquals(List.of("scope"), texts(schemas.at("/PlaceRequest/required")));
        assertEquals(List.of("string", "null"), texts(schemas.at("/Place/properties/country/type")));
    }

    @Test
    void allowsNullBoundsInSum() {
        JsonNode sum = OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/components/schemas/AggregatedQuantity");
        assertEquals(List.of("integer", "null"), texts(sum.at("/properties/highest/type")));
        assertEquals(6, sum.at("/properties/observations/required").size());
    }

    @Test
    void omitsUnusedKernelTypes() {
        JsonNode schemas = OpenApiDocuments.completed(OpenApiDocuments.EMPTY).at("/components/schemas");
        assertEquals(Set.of("Problem", "Violation"), names(schemas));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
