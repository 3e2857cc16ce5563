package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import nl.doorlichting.platform.texts.Language;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
    private static final PageWords DUTCH = new PageWords(Language.DUTCH);

    @Test
    void linesOfOneDocumentStandTogether() {
        assertEquals(
                "policy-review-25.1, regel 1196, 1212-1220; annex 3; other, regel 7",
                SourceLines.of(
                        List.of(
                                "policy-review-25.1:1196",
                                "annex 3",
                                "policy-review-25.1:1212-1220",
                                "policy-review-25.1:1196",
                                "other:7"),
                        DUTCH));
    }

    @Test
    void manyLinesAreCut() {
        assertEquals(
                "d, regel 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …",
                SourceLines.of(
                        IntStream.rangeClosed(1, 20)
                                .mapToObj(line -> "d:" + line)
                                .toList(),
                        DUTCH));
    }

    /** Where they are cut, the whole list follows the document. */
    @Test
    void allLinesStandInOrderOfDocument() {
        assertEquals(
                "d, regel 2, 7, 10-12, 144-148, 1063; letter; e, regel 5",
                SourceLines.all(
                        List.of("d:1063", "letter", "d:144-148", "d:7, 1063", "e:5", "d:10-12", "d:2,", "d:7"), DUTCH));
        assertEquals(
                "d, regel 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13",
                SourceLines.all(
                        IntStream.rangeClosed(1, 13)
                                .mapToObj(line -> "d:" + line)
                                .toList(),
                        DUTCH));
    }

    @Test
    void textThatNamesNoLinesStandsAsItIs() {
        assertEquals("", SourceLines.of(List.of(), DUTCH));
        assertEquals("", SourceLines.of(List.of("", " "), DUTCH));
        assertEquals("letter: second page", SourceLines.of(List.of("letter: second page"), DUTCH));
        assertEquals("https://x:80/y", SourceLines.of(List.of("https://x:80/y"), DUTCH));
    }
}
