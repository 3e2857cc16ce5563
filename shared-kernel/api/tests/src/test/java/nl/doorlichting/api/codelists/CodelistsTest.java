package nl.doorlichting.api.codelists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.platform.testing.files.SourceTree;
import org.junit.jupiter.api.Test;

class CodelistsTest {

    @Test
    void sortsNamesInKebabCase() {
        List<String> names = Codelists.all().stream().map(Codelist::name).toList();

        assertEquals(names.stream().sorted().distinct().toList(), names);
        assertTrue(names.stream().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*")));
    }

    @Test
    void listsTargetGroupsInOrder() {
        assertEquals(
                List.of(
                        "YOUTH_AND_PUPILS",
                        "PROFESSIONALS_AND_OFFICIALS",
                        "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS",
                        "OTHER",
                        "STUDENTS"),
                Codelists.find("target-groups").orElseThrow().values().stream()
                        .map(CodelistValue::code)
                        .toList());
    }

    @Test
    void listsCodesOfNotesAsDesignDoes() throws IOException {
        List<String> codes = Codelists.find("note-codes").orElseThrow().values().stream()
                .map(CodelistValue::code)
                .toList();
        List<String> designed = Files.readAllLines(SourceTree.REPOSITORY.resolve("docs/design/figures.md")).stream()
                .dropWhile(line -> !line.equals("### Codes of notes"))
                .takeWhile(line -> !line.startsWith("### From"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("`")[1])
                .toList();

        assertEquals(Stream.of(NoteCode.values()).map(NoteCode::name).toList(), codes);
        assertEquals(codes, designed);
    }

    @Test
    void numbersOrderFromOne() {
        for (Codelist list : Codelists.all()) {
            assertEquals(
                    IntStream.rangeClosed(1, list.values().size()).boxed().toList(),
                    list.values().stream().map(CodelistValue::order).toList(),
                    list.name());
        }
    }

    @Test
    void findsNoUnknownName() {
        assertTrue(Codelists.find("target_groups").isEmpty());
    }

    @Test
    void hasSameCodesInBothLanguages() throws IOException {
        assertEquals(keys("nl"), keys("en"));
    }

    private static Set<Object> keys(String language) throws IOException {
        var texts = new Properties();
        try (var file = CodelistsTest.class.getResourceAsStream("/codelists/" + language + ".properties")) {
            texts.load(file);
        }
        return texts.keySet();
    }
}
