package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindredWordsTest {
    @ParameterizedTest
    @CsvSource({
        "evalueren, evaluatie",
        "evalueert, evaluatie",
        "geevalueerd, evaluatie",
        "generaliseren, generalisatie",
        "evaluatie, evalueren",
        "evaluaties, evalueren",
        "salafisme, salafist",
        "salafist, salafisme",
        "salafisten, salafisme",
        "salafistische, salafisme"
    })
    void findsWordsOfFamily(String word, String kin) {
        assertTrue(
                KindredWords.of(word).contains(kin), () -> KindredWords.of(word).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leren", "beleid", "natie", "twist", "jongere", "docent", "station"})
    void mostWordsHaveNone(String word) {
        assertEquals(List.of(), KindredWords.of(word));
    }
}
