package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "handreiking, handreiking, 0",
        "hanreiking, handreiking, 1",
        "handdreiking, handreiking, 1",
        "handreiping, handreiking, 1",
        "handreikign, handreiking, 1",
        "hnadreikign, handreiking, 2",
        "ab, xyz, 3"
    })
    void countsMistakes(String typed, String meant, int mistakes) {
        assertEquals(mistakes, Spelling.mistakes(typed, meant));
        assertEquals(mistakes, Spelling.mistakes(meant, typed));
    }

    @Test
    void nearestComeFirstThenAsGiven() {
        assertEquals(
                List.of("handreiking", "hanreikingen"),
                Spelling.closest(
                        "hanreiking",
                        List.of("handreikingen", "wijk", "hanreikingen", "handreiking", "hanreiking"),
                        3));
    }

    @Test
    void shortWordsAllowFewerMistakes() {
        assertEquals(List.of(), Spelling.closest("ed", List.of("ede", "epe"), 3));
        assertEquals(List.of("ede"), Spelling.closest("eed", List.of("urk", "ede"), 3));
        assertEquals(List.of("weert"), Spelling.closest("weret", List.of("weesp", "weert"), 3));
    }

    @ParameterizedTest
    @CsvSource({
        "ondoeltreffend, doeltreffend",
        "ineffective, effective",
        "effective, ineffective",
        "deradicalisation, radicalisation"
    })
    void wordIsNoMistakeForItsOpposite(String typed, String opposite) {
        assertEquals(List.of(), Spelling.closest(typed, List.of(opposite), 3));
    }
}
