package nl.doorlichting.api.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.OpenApiJson;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Documents as the scanner leaves them, and what the filter makes of them. */
public final class OpenApiDocuments {

    public static final String EMPTY = """
            {"openapi": "3.1.0", "info": {"title": "Empty", "version": "0.1.0"}, "paths": {}}
            """;

    public static final String THINGS = """
            {"openapi": "3.1.0", "info": {"title": "Things", "version": "0.1.0"},
             "paths": {
               "/v1/things": {
                 "get": {"operationId": "listThings", "responses": {"200": {"description": "OK"}}},
                 "post": {"operationId": "createThing", "security": [{"bearer": ["ANALYST"]}],
                   "parameters": [{"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}],
                   "requestBody": {"content": {"application/json": {"schema":
                     {"$ref": "#/components/schemas/CreateThingRequest"}}}},
                   "responses": {
                     "201": {"description": "Created", "content": {"application/json": {"schema":
                       {"$ref": "#/components/schemas/ThingResponse"}}}},
                     "409": {"description": "There is one of that name", "content": {"application/json": {}}}}}},
               "/v1/things/{id}": {
                 "get": {"operationId": "getThing", "security": [{"bearer": []}], "responses": {"200": {"description": "OK"}}}}},
             "components": {"schemas": {
               "CreateThingRequest": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string"}, "reach": {"$ref": "#/components/schemas/Quantity"},
                 "period": {"$ref": "#/components/schemas/Period"}, "place": {"$ref": "#/components/schemas/Place"}}},
               "StayResponse": {"type": "object", "properties": {
                 "period": {"$ref": "#/components/schemas/Period"}, "place": {"$ref": "#/components/schemas/Place"},
                 "reach": {"$ref": "#/components/schemas/AggregatedQuantity"}}},
               "Period": {"type": "object"}, "Place": {"type": "object"}, "AggregatedQuantity": {"type": "object"},
               "PlaceScope": {"type": "string", "enum": ["NATIONAL"]},
               "ThingResponse": {"type": "object", "properties": {
                 "id": {"$ref": "#/components/schemas/UUID"},
                 "date": {"type": ["string", "null"],
                   "anyOf": [{"$ref": "#/components/schemas/LocalDate"}, {"type": "null"}]},
                 "reach": {"$ref": "#/components/schemas/Quantity"},
                 "amount": {"$ref": "#/components/schemas/Money"},
                 "nickname": {"type": "string", "x-optional": "true"}}},
               "UUID": {"type": "string", "format": "uuid", "pattern": "x"},
               "LocalDate": {"type": "string", "format": "date", "examples": ["2022-03-10"]},
               "Money": {"type": "object"},
               "Quantity": {"type": "object"}}}}
            """;

    private OpenApiDocuments() {}

    static OpenAPI filtered(String json) {
        return OpenApiJson.plain()
                .withCustomStaticFile(() -> stream(json))
                .addFilter(new ContractDocumentFilter())
                .build()
                .model();
    }

    public static JsonNode completed(String json) {
        return tree(filtered(json));
    }

    static JsonNode tree(OpenAPI document) {
        try {
            return new ObjectMapper().readTree(json(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(OpenAPI document) {
        return OpenApiJson.write(document);
    }

    static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
