package nl.doorlichting.funding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a client generates from: a form that needs its file only, and a list that is sent as one parameter. */
@FundingServiceTest
class DocumentedFormTest {
    @Test
    void requiresOnlyFileOfUpload() throws IOException {
        var form = document().at("/components/schemas/FundingDocumentRequest");
        assertEquals("[\"file\"]", form.path("required").toString());
        assertEquals("binary", form.at("/properties/file/format").asText());
    }

    @Test
    void documentsKindsAsOneParameter() throws IOException {
        var parameters = document().path("paths").path("/budget-entries").at("/get/parameters");
        for (var parameter : parameters) {
            if (parameter.path("name").asText().equals("kind")) {
                assertFalse(parameter.path("explode").asBoolean(true), parameter::toString);
                return;
            }
        }
        throw new AssertionError("no kind");
    }

    private static JsonNode document() throws IOException {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var document = loader.getResourceAsStream("contract/openapi.json")) {
            return new ObjectMapper().readTree(document);
        }
    }
}
