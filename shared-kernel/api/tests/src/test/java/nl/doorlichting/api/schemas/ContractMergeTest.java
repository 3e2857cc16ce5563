package nl.doorlichting.api.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.contract.ContractMerge;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.junit.jupiter.api.Test;

class ContractMergeTest {

    private static final String THINGS = OpenApiDocuments.json(OpenApiDocuments.filtered(OpenApiDocuments.THINGS));
    private static final String PLACES = OpenApiDocuments.json(OpenApiDocuments.filtered("""
            {"openapi": "3.1.0", "info": {"title": "Places", "version": "0.1.0"}, "tags": [{"name": "Reports"}],
             "paths": {"/v1/places": {"get": {"operationId": "listPlaces", "responses": {"200": {"description": "OK",
               "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Quantity"}}}}}}}},
             "components": {"schemas": {"Quantity": {"type": "object"}}}}
            """));

    private static final String UNEQUAL = """
            {"openapi": "3.1.0", "info": {"title": "Places", "version": "0.1.0"},
             "paths": {"/v1/%s": {"get": {"operationId": "%s", "responses": {"200": {"description": "OK",
               "content": {"application/json": {"schema": {"$ref": "#/components/schemas/%s"}}}}}}}},
             "components": {"schemas": {"%s": %s, "%s": %s}}}
            """;

    private final OpenAPI gateway = OpenApiDocuments.filtered("""
            {"openapi": "3.1.0", "info": {"title": "Doorlichting", "version": "0.1.0"}, "tags": [{"name": "Reports"}],
             "paths": {"/v1/reports": {"get": {"operationId": "getReports", "responses": {"200": {"description": "OK"}}}}},
             "components": {"schemas": {"Money": {"type": "object"}}}}
            """);
    private final ContractMerge merge = ContractMerge.into(gateway, "gateway");

    @Test
    void mergesPathsAndSharedComponents() {
        merge.add("things", OpenApiDocuments.stream(THINGS)).add("places", OpenApiDocuments.stream(PLACES));
        JsonNode merged = OpenApiDocuments.tree(gateway);
        assertEquals("Doorlichting", merged.at("/info/title").asText());
        assertEquals(4, merged.at("/paths").size());
        assertEquals(1, merged.at("/tags").size());
        assertTrue(merged.at("/components/schemas").has("ThingResponse"));
        assertTrue(merged.at("/components/schemas").has("Quantity"));
        assertTrue(merged.at("/components/responses").has("UnsupportedMediaType"));
    }

    @Test
    void schemaOfGatewayBecomesEqualOneOfModule() {
        var thing = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}";
        var of = "{\"type\": \"array\", \"items\": {\"$ref\": \"#/components/schemas/%s\"}}";
        var own = OpenApiDocuments.filtered(
                UNEQUAL.formatted("reports", "getReports", "Copies", "Copy", thing, "Copies", of.formatted("Copy")));
        var module = UNEQUAL.formatted(
                "places", "listPlaces", "Originals", "Original", thing, "Originals", of.formatted("Original"));
        var both = ContractMerge.into(own, "gateway")
                .add("places", OpenApiDocuments.stream(OpenApiDocuments.json(OpenApiDocuments.filtered(module))));
        both.share();
        JsonNode merged = OpenApiDocuments.tree(own);
        assertEquals("#/components/schemas/Originals", answer(merged, "reports"));
        assertEquals("#/components/schemas/Originals", answer(merged, "places"));
        assertEquals(
                "#/components/schemas/Original",
                merged.at("/components/schemas/Originals/items/$ref").asText());
        assertFalse(merged.at("/components/schemas").has("Copy"));
        assertFalse(merged.at("/components/schemas").has("Copies"));
    }

    private static String answer(JsonNode document, String path) {
        return document.at("/paths/~1" + path + "/get/responses/200/content/application~1json/schema/$ref")
                .asText();
    }

    @Test
    void parametersOfSeveralOperationsAreComponents() {
        var listed = """
                "get": {"parameters": [{"name": "q", "in": "query", "schema": {"type": "string"}},
                  {"name": "%s", "in": "query", "schema": {"type": "string"}}],
                """;
        var own = OpenApiDocuments.filtered(UNEQUAL.formatted(
                        "reports", "getReports", "A", "A", "{\"type\": \"integer\"}", "B", "{\"type\": \"string\"}")
                .replace("\"get\": {", listed.formatted("own")));
        var module = OpenApiDocuments.json(OpenApiDocuments.filtered(UNEQUAL.formatted(
                        "places", "listPlaces", "C", "C", "{\"type\": \"null\"}", "D", "{\"type\": \"boolean\"}")
                .replace("\"get\": {", listed.formatted("other"))));
        ContractMerge.into(own, "gateway")
                .add("places", OpenApiDocuments.stream(module))
                .share();
        JsonNode merged = OpenApiDocuments.tree(own);
        assertEquals(
                List.of("Accept-Language", "If-None-Match", "q"),
                merged.at("/components/parameters")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
        for (var path : new String[] {"reports", "places"}) {
            var parameters = merged.at("/paths/~1" + path + "/get/parameters");
            assertEquals("#/components/parameters/q", parameters.at("/0/$ref").asText());
            assertTrue(parameters.get(1).has("name"));
        }
    }

    @Test
    void rejectsTwoNamesOfModulesForOneShape() {
        var thing = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}";
        var module = UNEQUAL.formatted("places", "listPlaces", "One", "One", thing, "Other", thing);
        merge.add("places", OpenApiDocuments.stream(OpenApiDocuments.json(OpenApiDocuments.filtered(module))));
        var clash = assertThrows(IllegalStateException.class, merge::share);
        assertTrue(clash.getMessage().contains("[One, Other]"), clash.getMessage());
    }

    @Test
    void rejectsDifferentComponentsWithOneName() {
        merge.add("things", OpenApiDocuments.stream(THINGS));
        assertFails(PLACES.replace("1000000000", "999"), "schema", "Quantity", "things", "places");
    }

    @Test
    void rejectsComponentThatDiffersFromGateway() {
        assertFails(PLACES.replace("The kind of error", "Another text"), "schema Problem", "gateway", "places");
    }

    @Test
    void rejectsPathOfTwoModules() {
        merge.add("things", OpenApiDocuments.stream(THINGS));
        assertFails(PLACES.replace("/places", "/things/{code}"), "path /things/{}", "things", "places");
    }

    @Test
    void rejectsOperationIdOfTwoModules() {
        assertFails(PLACES.replace("listPlaces", "getReports"), "operationId getReports");
    }

    private void assertFails(String part, String... words) {
        IllegalStateException clash =
                assertThrows(IllegalStateException.class, () -> merge.add("places", OpenApiDocuments.stream(part)));
        for (String word : words) {
            assertTrue(clash.getMessage().contains(word), clash.getMessage());
        }
    }
}
