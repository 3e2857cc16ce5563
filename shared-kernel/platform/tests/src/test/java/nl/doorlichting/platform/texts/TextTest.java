package nl.doorlichting.platform.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.testing.files.TextFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextTest {
    @Test
    void hasTheSameTextsInBothLanguages() {
        new TextFiles("problem.", "list.").check();
    }

    @ParameterizedTest
    @EnumSource
    void hasTextsForEachTypeOfProblem(ProblemType type) {
        Stream.of(type.title(), type.explanation())
                .forEach(text -> assertNotEquals(text.in(Language.ENGLISH), text.in(Language.DUTCH)));
    }

    @Test
    void hasNoTextForTypeThatIsNone() {
        var wanted = Stream.of(ProblemType.values())
                .flatMap(type ->
                        Stream.of("problem." + type.slug() + ".title", "problem." + type.slug() + ".explanation"))
                .collect(Collectors.toSet());
        var there = Wordings.in(Language.DUTCH).keySet().stream()
                .filter(key -> key.startsWith("problem."))
                .collect(Collectors.toSet());
        assertEquals(wanted, there);
    }

    @Test
    void joinsListAsThatLanguageDoes() {
        var text = Text.of("value.not-one-of", List.of("A", "B", "C"));
        assertEquals("The value is not one of A, B or C.", text.in(Language.ENGLISH));
        assertEquals("De waarde is niet een van A, B of C.", text.in(Language.DUTCH));
        assertEquals("A en B", Text.all(List.of("A", "B")).in(Language.DUTCH));
        assertEquals("A", Text.all(List.of("A")).in(Language.DUTCH));
        assertEquals(
                "The value is not one of none.",
                Text.of("value.not-one-of", List.of()).in(Language.ENGLISH));
        assertEquals("geen", Text.all(List.of()).in(Language.DUTCH));
    }

    @Test
    void namesNumbersAsTheyAre() {
        var text = Text.of("value.number-between", 1900, 2199);
        assertEquals("The number must be between 1900 and 2199.", text.in(Language.ENGLISH));
        assertEquals("Het getal moet tussen 1900 en 2199 liggen.", text.in(Language.DUTCH));
    }

    @Test
    void leavesTextThatIsWordedAlready() {
        assertEquals("'t {0} is zo", Text.verbatim("'t {0} is zo").in(Language.DUTCH));
    }

    @Test
    void refusesKeyWithoutText() {
        assertThrows(IllegalArgumentException.class, () -> Text.of("no.such-text"));
    }
}
