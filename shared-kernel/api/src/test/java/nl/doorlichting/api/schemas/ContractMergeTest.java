package nl.doorlichting.api.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import nl.doorlichting.platform.contract.ContractMerge;
import org.junit.jupiter.api.Test;

class ContractMergeTest {

    private static final String THINGS = Documents.json(Documents.filtered(Documents.THINGS));
    private static final String PLACES = Documents.json(Documents.filtered("""
            {"openapi": "3.1.0", "info": {"title": "Places", "version": "0.1.0"}, "tags": [{"name": "Reports"}],
             "paths": {"/v1/places": {"get": {"operationId": "listPlaces", "responses": {"200": {"description": "OK"}}}}},
             "components": {"schemas": {"Quantity": {"type": "object"}}}}
            """));

    private final OpenAPI gateway = Documents.filtered("""
            {"openapi": "3.1.0", "info": {"title": "Doorlichting", "version": "0.1.0"}, "tags": [{"name": "Reports"}],
             "paths": {"/v1/reports": {"get": {"operationId": "getReports", "responses": {"200": {"description": "OK"}}}}},
             "components": {"schemas": {"Money": {"type": "object"}}}}
            """);
    private final ContractMerge merge = ContractMerge.into(gateway, "gateway");

    @Test
    void holdsAllPathsAndEachSharedComponentOnce() {
        merge.add("things", Documents.stream(THINGS)).add("places", Documents.stream(PLACES));
        JsonNode merged = Documents.tree(gateway);
        assertEquals("Doorlichting", merged.at("/info/title").asText());
        assertEquals(4, merged.at("/paths").size());
        assertEquals(1, merged.at("/tags").size());
        assertTrue(merged.at("/components/schemas").has("ThingResponse"));
        assertTrue(merged.at("/components/schemas").has("Quantity"));
        assertTrue(merged.at("/components/responses").has("UnsupportedMediaType"));
    }

    @Test
    void aComponentThatDiffersFails() {
        String other = PLACES.replace("1000000000", "999");
        merge.add("things", Documents.stream(THINGS));
        assertFails(other, "schema", "Quantity", "things", "places");
    }

    @Test
    void aComponentThatDiffersFromTheGatewaysOwnFails() {
        assertFails(PLACES.replace("The kind of error", "Another text"), "schema Problem", "gateway", "places");
    }

    @Test
    void aPathOfTwoModulesFails() {
        merge.add("things", Documents.stream(THINGS));
        assertFails(PLACES.replace("/places", "/things/{code}"), "path /things/{}", "things", "places");
    }

    @Test
    void anOperationIdOfTwoModulesFails() {
        assertFails(PLACES.replace("listPlaces", "getReports"), "operationId getReports");
    }

    private void assertFails(String part, String... words) {
        IllegalStateException clash =
                assertThrows(IllegalStateException.class, () -> merge.add("places", Documents.stream(part)));
        for (String word : words) {
            assertTrue(clash.getMessage().contains(word), clash.getMessage());
        }
    }
}
