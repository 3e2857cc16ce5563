package nl.doorlichting.api.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;
import nl.doorlichting.platform.testing.files.SourceTree;
import org.junit.jupiter.api.Test;

class DutchTermsTest {
    private static final Path VOCABULARY = SourceTree.REPOSITORY.resolve("docs/design/vocabulary.md");

    @Test
    void areThoseOfVocabulary() throws IOException {
        var terms = terms();
        var expected = new TreeMap<String, String>();
        var actual = new TreeMap<String, String>();
        for (var line : Files.readAllLines(VOCABULARY)) {
            var cells = line.split("\\|");
            if (line.startsWith("| ") && cells.length > 3 && !cells[3].isBlank() && !cells[2].contains("name")) {
                var names = cells[2].replaceFirst(":.*", "").strip().split(", ");
                var dutch = cells[3].replaceFirst(":.*", "").strip().split(", ");
                var whole = names.length == 1 || names.length != dutch.length;
                for (var i = 0; i < (whole ? 1 : names.length); i++) {
                    expected.put(names[i], whole ? String.join(", ", dutch) : dutch[i]);
                    actual.put(names[i], terms.getProperty(names[i]));
                }
            }
        }
        assertTrue(expected.size() > 30, expected.toString());
        assertEquals(expected, actual);
    }

    private static Properties terms() throws IOException {
        var terms = new Properties();
        try (var file = DutchTermsTest.class.getResourceAsStream("/contract/dutch.properties")) {
            terms.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return terms;
    }
}
