package nl.doorlichting.platform.testing.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that each kind of wrong answer is found, and that a right answer is accepted. */
class OpenApiContractTest {

    private static final String ID = "0190f5a8-0000-7000-8000-000000000001";
    private static final String PATH = "/v1/things/" + ID;
    private static final String RIGHT = """
        {"id": "0190f5a8-0000-7000-8000-000000000001", "name": "a thing", "status": "OPEN", "day": "2010-01-31",
         "moment": "2010-01-31T12:00:00Z", "size": 5, "reach": {"kind": "EXACT", "value": 12}, "note": null,
         "place": {"code": "GM0988", "name": "Weert"}, "tags": [{"text": "one"}], "labels": {"any": "name"}}\
        """;
    private static final String PROBLEM = "{\"type\": \"/v1/problems/x\", \"status\": 400}";

    private final OpenApiContract contract =
            OpenApiContract.load(OpenApiContractTest.class.getResourceAsStream("things.json"));

    @Test
    void acceptsValidAnswer() {
        assertEquals(List.of(), violations(RIGHT));
        assertEquals(List.of(), violations(RIGHT.replace("\"note\": null", "\"note\": {\"text\": \"n\"}")));
        assertEquals(
                List.of(),
                violations(
                        RIGHT.replace("\"kind\": \"EXACT\", \"value\": 12", "\"kind\": \"VAGUE\", \"text\": \"t\"")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a number for a string        | \"name\": \"a thing\"       | \"name\": 5                    | /name",
                "a string for an integer      | \"size\": 5                 | \"size\": \"5\"                | /size",
                "a fraction for an integer    | \"size\": 5                 | \"size\": 5.5                  | /size",
                "a null                       | \"name\": \"a thing\"       | \"name\": null                 | /name",
                "a null for an object         | {\"code\": \"GM0988\", \"name\": \"Weert\"} | null           | /place",
                "an unknown field             | \"size\": 5                 | \"size\": 5, \"colour\": \"r\" | colour",
                "an unknown field below       | {\"text\": \"one\"}         | {\"text\": \"one\", \"x\": 1}  | /tags/0",
                "an unknown field beside null | \"note\": null              | \"note\": {\"text\": \"\", \"x\": 1} |"
                        + " /note",
                "an unknown field of allOf    | \"name\": \"Weert\"         | \"name\": \"Weert\", \"x\": 1  | /place",
                "an unknown field of a kind   | \"value\": 12               | \"value\": 12, \"text\": \"t\" | /reach",
                "a missing field of allOf     | \"code\": \"GM0988\",   |                                | /place",
                "a bad enum                   | OPEN                        | HALF_OPEN                      | /status",
                "a missing field              | \"size\": 5,                |                                | size",
                "the wrong branch             | \"kind\": \"EXACT\"         | \"kind\": \"VAGUE\"            | /reach",
                "an unknown kind              | \"kind\": \"EXACT\"         | \"kind\": \"GUESS\"            | /reach",
                "a bound                      | \"value\": 12               | \"value\": -1                  | /reach",
                "a bad day                    | 2010-01-31\",               | 2010-02-31\",                  | /day",
                "a moment without zone        | 12:00:00Z                   | 12:00:00                       | /moment",
                "a bad id                     | \"0190f5a8-                 | \"x-                           | /id",
                "a bad map value              | {\"any\": \"name\"}         | {\"any\": 5}                   | /labels",
                "two documents                | \"any\": \"name\"}}         | \"any\": \"name\"}} {}         | one"
                        + " JSON value",
                "a field twice                | \"size\": 5                 | \"size\": 5, \"size\": 5       | one"
                        + " JSON value"
            })
    void rejectsInvalidBodyOfAnswer(String what, String right, String wrong, String pointer) {
        String body = RIGHT.replace(right, wrong == null ? "" : wrong);
        assertTrue(!body.equals(RIGHT), "the case changes nothing");
        assertViolation(pointer, violations(body));
    }

    @Test
    void rejectsUndocumentedStatus() {
        assertViolation("status 202", contract.violations(answer("GET", PATH, 202, "application/json", RIGHT)));
        assertViolation("status 405", contract.violations(answer("GET", PATH, 405, "application/json", RIGHT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/problem+json", ""})
    void rejectsUndocumentedMediaType(String mediaType) {
        assertViolation("media type", contract.violations(answer("GET", PATH, 200, mediaType, RIGHT)));
    }

    @Test
    void ignoresParametersOfMediaType() {
        assertEquals(
                List.of(), contract.violations(answer("GET", PATH, 200, "Application/JSON; charset=UTF-8", RIGHT)));
    }

    @Test
    void rejectsMissingRequiredHeader() {
        Answer right = answer("GET", PATH, 200, "application/json", RIGHT);
        Answer bare = new Answer("GET", PATH, 200, Map.of("content-type", List.of("application/json")), right.body());
        assertViolation("API-Version", contract.violations(bare));
        assertViolation("Location", contract.violations(answer("POST", "/v1/things", 201, "", "")));
    }

    @Test
    void rejectsUndocumentedHeader() {
        Answer right = answer("GET", PATH, 200, "application/json", RIGHT);
        Map<String, List<String>> headers = new HashMap<>(right.headers());
        headers.put("Date", List.of("Sun, 31 Jan 2010 12:00:00 GMT"));
        headers.put("etag", List.of("\"1\""));
        assertEquals(
                List.of("header etag is not documented"),
                contract.violations(new Answer("GET", PATH, 200, headers, right.body())));
    }

    @Test
    void rejectsEmptyBodyWhereContentIsDocumentedAndTheReverse() {
        assertViolation("no body", contract.violations(answer("GET", PATH, 200, "application/json", "")));
        assertViolation("where none", contract.violations(answer("POST", "/v1/things", 201, "application/json", "{}")));
    }

    @Test
    void checksReferencedAnswer() {
        String media = "application/problem+json";
        assertEquals(List.of(), contract.violations(answer("POST", "/v1/things", 400, media, PROBLEM)));
        assertViolation("type", contract.violations(answer("POST", "/v1/things", 400, media, "{\"status\": 400}")));
    }

    @Test
    void prefersLiteralPathOverParameter() {
        assertEquals(List.of(), contract.violations(answer("GET", "/v1/things/mine", 200, "text/csv", "a;b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/things", "/v1/things/", "/v1/things/1/2", "/"})
    void acceptsOnlyErrorsOnUndocumentedPath(String path) {
        assertViolation(
                "path is not documented", contract.violations(answer("GET", path, 200, "application/json", "{}")));
        assertEquals(List.of(), contract.violations(answer("GET", path, 404, "application/problem+json", PROBLEM)));
        assertEquals(List.of(), contract.violations(answer("GET", path, 401, "application/problem+json", PROBLEM)));
        assertViolation("media type", contract.violations(answer("GET", path, 404, "text/html", "<p>")));
        assertViolation("no body", contract.violations(answer("GET", path, 404, "", "")));
    }

    @Test
    void acceptsOnly405OnUndocumentedMethod() {
        String media = "application/problem+json";
        assertViolation("method", contract.violations(answer("DELETE", PATH, 204, "", "")));
        assertViolation("Allow", contract.violations(answer("DELETE", PATH, 405, media, PROBLEM)));
        Map<String, List<String>> headers =
                Map.of("Allow", List.of("GET"), "API-Version", List.of("1.0.0"), "Content-Type", List.of(media));
        assertEquals(
                List.of(),
                contract.violations(
                        new Answer("DELETE", PATH, 405, headers, PROBLEM.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void namesOperationStatusAndPointerInMessage() {
        String body = RIGHT.replace("OPEN", "AJAR");
        AssertionError failure = assertThrows(
                AssertionError.class, () -> contract.verify(answer("GET", PATH, 200, "application/json", body)));
        for (String part : List.of("GET /v1/things/{id}", "200", "/status", "AJAR")) {
            assertTrue(failure.getMessage().contains(part), failure.getMessage());
        }
    }

    @Test
    void listsDocumentedOperations() {
        assertEquals(Set.of("POST /v1/things", "GET /v1/things/mine", "GET /v1/things/{id}"), contract.operations());
    }

    private List<String> violations(String body) {
        return contract.violations(answer("GET", PATH, 200, "application/json", body));
    }

    private static Answer answer(String method, String path, int status, String mediaType, String body) {
        Map<String, List<String>> headers = new HashMap<>(Map.of("api-version", List.of("1.0.0")));
        if (!mediaType.isEmpty()) {
            headers.put("content-type", List.of(mediaType));
        }
        return new Answer(method, path, status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertViolation(String part, List<String> violations) {
        assertTrue(violations.stream().anyMatch(violation -> violation.contains(part)), violations.toString());
    }

    @Test
    void findsInvalidAndMissingExamples() {
        OpenApiContract examples = OpenApiContract.load(new ByteArrayInputStream("""
            {"servers": [{"url": "https://example.org/v1"}],
             "components": {"schemas": {"Name": {"type": "string", "examples": ["a"]}},
              "examples": {"one": {"value": 1}}},
             "paths": {"/things": {
              "get": {"operationId": "listThings", "responses": {"200": {"content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/Name"}, "example": 5}}}}},
              "post": {"operationId": "createThing", "requestBody": {"content": {"application/json": {
               "schema": {"type": "string"}}}}, "responses": {"400": {"content": {"application/json": {
               "schema": {"type": "string"}, "examples": {"one": {"$ref": "#/components/examples/one"}}}}}}}}}}
            """.getBytes(StandardCharsets.UTF_8)));

        assertEquals(
                2,
                examples.invalidExamples().size(),
                () -> examples.invalidExamples().toString());
        assertEquals(List.of("request of POST /v1/things"), examples.withoutExample());
        assertEquals(Set.of("listThings", "createThing"), examples.operationIds());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"A thing., true", "A thing with the same code is 409., false"})
    void findsRuleThatDescriptionDoesNotName(String description, boolean isUnnamed) {
        var document = """
                {"openapi": "3.1.0", "servers": [{"url": "/v1"}], "paths": {"/things": {"post": {
                "description": "%s", "responses": {"409": {"description": "Conflict"}}}}}}""".formatted(description);
        var taken = new Answer(
                "POST",
                "/v1/things",
                409,
                Map.of("Content-Type", List.of("application/problem+json")),
                "{\"type\":\"/v1/problems/already-exists\"}".getBytes(StandardCharsets.UTF_8));
        var found = OpenApiContract.load(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .violations(taken);
        assertEquals(isUnnamed, found.stream().anyMatch(violation -> violation.startsWith("its description")));
    }
}
