package nl.doorlichting.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a catalogue of public code reads: publiccode.yml and the licence. */
class PublicationTest {
    private static final Path HOME = Path.of("../..");

    private final JsonNode code =
            Yaml.read(AlertFile.read(HOME.resolve("publiccode.yml"))).get(0);

    @Test
    void isOfThisVersionAndUnderTheLicenceOfTheRepository() {
        assertEquals(
                System.getProperty("doorlichting.version"),
                code.path("softwareVersion").asText());
        assertEquals("EUPL-1.2", code.at("/legal/license").asText());
        assertTrue(AlertFile.read(HOME.resolve("LICENSE")).startsWith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n"));
        assertTrue(AlertFile.read(Path.of("Containerfile")).contains("image.licenses=\"EUPL-1.2\""));
    }

    /** The fields and lengths that the standard requires. */
    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void describesTheSoftware(String language) {
        for (String field : List.of("publiccodeYmlVersion", "name", "url", "developmentStatus", "softwareType")) {
            assertTrue(code.path(field).asText().length() > 2, field);
        }
        assertTrue(code.path("platforms").size() > 0);
        JsonNode description = code.at("/description/" + language);
        int brief = description.path("shortDescription").asText().length();
        int whole = description.path("longDescription").asText().length();
        assertTrue(brief > 0 && brief <= 150, () -> "short: " + brief);
        assertTrue(whole >= 150 && whole <= 10000, () -> "long: " + whole);
        assertTrue(description.path("features").size() > 0);
    }
}
