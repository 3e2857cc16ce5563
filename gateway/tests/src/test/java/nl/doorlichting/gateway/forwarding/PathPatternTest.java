package nl.doorlichting.gateway.forwarding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    private static final PathPattern PATTERN = PathPattern.of("/v1/projects/{id}/notes");

    @ParameterizedTest
    @ValueSource(strings = {"/v1/projects/1/notes", "/v1/projects/a%20b/notes", "/v1/projects/a..b/notes"})
    void matchesDocumentedPaths(String path) {
        assertEquals(true, PATTERN.matches(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/projects/1",
        "/v1/projects/1/notes/",
        "/v1/projects//notes",
        "/v1/projects/1/2/notes",
        "/v1//projects/1/notes",
        "/v1/projects/./notes",
        "/v1/projects/../notes",
        "/v1/projects/%2e%2E/notes",
        "/v1/projects/1%2F2/notes",
        "/v1/projects/1%5c2/notes",
        "/v1/projects/1%002/notes",
        "/v1/projects/%/notes",
        "/v1/%70rojects/1/notes",
        "/V1/projects/1/notes"
    })
    void matchesNothingElse(String path) {
        assertEquals(false, PATTERN.matches(path));
    }
}
