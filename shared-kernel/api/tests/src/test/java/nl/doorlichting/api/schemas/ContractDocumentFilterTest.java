package nl.doorlichting.api.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContractDocumentFilterTest {

    @Test
    void describesVersionContactAndServer() {
        JsonNode document = OpenApiDocuments.completed(OpenApiDocuments.THINGS);
        assertEquals("Things", document.at("/info/title").asText());
        assertEquals("1.0.0", document.at("/info/version").asText());
        assertEquals(
                "api@doorlichting.example", document.at("/info/contact/email").asText());
        assertEquals(
                "https://doorlichting.example/v1", document.at("/servers/0/url").asText());
    }

    @Test
    void makesPathsRelativeToServer() {
        assertEquals(
                Set.of("/things", "/things/{id}"),
                names(OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/paths")));
    }

    @Test
    void rejectsPathOutsideVersion() {
        String document = OpenApiDocuments.THINGS.replace("/v1/things\"", "/things\"");
        assertThrows(IllegalStateException.class, () -> OpenApiDocuments.completed(document));
    }

    @Test
    void addsErrorAnswersToOperations() {
        JsonNode paths = OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/paths");
        assertEquals(
                Set.of("200", "400", "405", "406", "414", "429", "431", "500", "503"),
                names(paths.at("/~1things/get/responses")),
                "public, no parameters");
        assertEquals(
                Set.of("200", "400", "401", "403", "404", "405", "406", "414", "429", "431", "500", "503"),
                names(paths.at("/~1things~1{id}/get/responses")));
        assertEquals(
                Set.of(
                        "201", "400", "401", "403", "405", "406", "409", "413", "414", "415", "422", "429", "431",
                        "500", "503"),
                names(paths.at("/~1things/post/responses")));
    }

    @Test
    void describesPostAsCreationByDefault() {
        String scanned = OpenApiDocuments.THINGS
                .replaceFirst("\"201\": \\{\"description\": \"Created\"", "\"200\": {\"description\": \"%s\"")
                .replaceFirst(",\\s+\"409\": \\{\"description\": \"There is one of that name\"[^}]+\\}\\}\\}", "");
        assertTrue(successOf(scanned.formatted("OK")).has("201"));
        assertTrue(successOf(scanned.formatted("Done")).has("200"));
    }

    private static JsonNode successOf(String document) {
        return OpenApiDocuments.completed(document).at("/paths/~1things/post/responses");
    }

    @Test
    void describesErrorsAsProblems() {
        JsonNode document = OpenApiDocuments.completed(OpenApiDocuments.THINGS);
        JsonNode conflict = document.at("/paths/~1things/post/responses/409");
        assertEquals("There is one of that name", conflict.get("description").asText());
        assertEquals(Set.of("application/problem+json"), names(conflict.get("content")));
        assertEquals(
                "#/components/schemas/Problem",
                document.at("/components/responses/BadRequest/content/application~1problem+json/schema/$ref")
                        .asText());
    }

    @Test
    void addsHeaders() {
        JsonNode document = OpenApiDocuments.completed(OpenApiDocuments.THINGS);
        assertEquals(
                Set.of("API-Version", "Cache-Control", "Content-Language", "RateLimit", "RateLimit-Policy", "Vary"),
                names(document.at("/paths/~1things/get/responses/200/headers")));
        assertEquals(
                Set.of(
                        "API-Version",
                        "Cache-Control",
                        "Content-Language",
                        "Idempotency-Replayed",
                        "Location",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Vary"),
                names(document.at("/paths/~1things/post/responses/201/headers")));
        for (String header : List.of("API-Version", "Cache-Control", "Vary")) {
            assertTrue(
                    document.at("/components/headers/" + header + "/required").asBoolean(), header);
            document.at("/components/responses")
                    .forEach(response -> assertTrue(response.get("headers").has(header), header));
        }
        assertTrue(document.at("/components/responses/Unauthorized/headers").has("WWW-Authenticate"));
        assertTrue(document.at("/components/responses/TooManyRequests/headers").has("Retry-After"));
        assertTrue(document.at("/components/responses/MethodNotAllowed/headers").has("Allow"));
    }

    /** An answer with an ETag can be 304, and only such an answer. */
    @Test
    void addsRevalidationOfRecords() {
        String shown = OpenApiDocuments.THINGS.replace(
                "[{\"bearer\": []}], \"responses\": {\"200\": {\"description\": \"OK\"}}",
                "[{\"bearer\": []}], \"responses\": {\"200\": {\"description\": \"OK\", \"content\":"
                        + " {\"application/json\": {\"schema\": {\"$ref\": \"#/components/schemas/ThingResponse\"}}}}}");
        String tagged = shown.replace("\"nickname\": {", "\"etag\": {\"type\": \"string\"}, \"nickname\": {");
        JsonNode read = OpenApiDocuments.completed(tagged).at("/paths/~1things~1{id}/get");
        assertTrue(read.at("/responses/200/headers").has("ETag"));
        assertEquals(
                "#/components/responses/NotModified",
                read.at("/responses/304/$ref").asText());
        assertEquals(
                List.of("#/components/parameters/Accept-Language", "#/components/parameters/If-None-Match"),
                read.get("parameters").findValuesAsText("$ref"));
        JsonNode untagged = OpenApiDocuments.completed(shown).at("/paths/~1things~1{id}/get");
        assertFalse(untagged.at("/responses/200/headers").has("ETag"));
        assertFalse(untagged.at("/responses").has("304"));
    }

    @Test
    void requiresAllPropertiesOfAnswerButOptionalOnes() {
        JsonNode thing = OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/components/schemas/ThingResponse");
        assertEquals(List.of("id", "date", "reach", "amount"), texts(thing.get("required")));
        assertTrue(thing.at("/properties/nickname/x-optional").isMissingNode());
    }

    @Test
    void closesRequestSchemas() {
        JsonNode request =
                OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/components/schemas/CreateThingRequest");
        assertEquals(List.of("name"), texts(request.get("required")));
        assertFalse(request.get("additionalProperties").asBoolean(true));
    }

    @Test
    void inlinesDatesInstantsAndIds() {
        JsonNode schemas = OpenApiDocuments.completed(OpenApiDocuments.THINGS).at("/components/schemas");
        assertEquals("uuid", schemas.at("/ThingResponse/properties/id/format").asText());
        JsonNode date = schemas.at("/ThingResponse/properties/date");
        assertEquals("date", date.get("format").asText());
        assertEquals(List.of("string", "null"), texts(date.get("type")));
        assertNull(schemas.get("UUID"));
        assertNull(schemas.get("LocalDate"));
    }

    @Test
    void requiresMembersOfProblem() {
        JsonNode problem = OpenApiDocuments.completed(OpenApiDocuments.EMPTY).at("/components/schemas/Problem");
        assertEquals(
                List.of("type", "title", "status", "detail", "instance", "traceId", "violations"),
                texts(problem.get("required")));
    }

    @Test
    void addsNullToNullableCodes() {
        String document = OpenApiDocuments.THINGS.replace(
                "\"nickname\": {\"type\": \"string\"",
                "\"nickname\": {\"type\": [\"string\", \"object\", \"null\"], \"enum\": [\"A\"]");
        JsonNode code =
                OpenApiDocuments.completed(document).at("/components/schemas/ThingResponse/properties/nickname");
        assertEquals(List.of("string", "null"), texts(code.get("type")));
        assertTrue(code.at("/enum/1").isNull());
    }

    @Test
    void rejectsDuplicateOperationId() {
        String document = OpenApiDocuments.THINGS.replace("createThing\"", "listThings\"");
        assertThrows(IllegalStateException.class, () -> OpenApiDocuments.completed(document));
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
