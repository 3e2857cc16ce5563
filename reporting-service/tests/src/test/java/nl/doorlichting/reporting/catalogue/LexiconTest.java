package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fruit",
                "boek",
                "kerk",
                "kerken",
                "politie",
                "werkt",
                "maakt",
                "leraren",
                "brieven",
                "reizen",
                "klassen",
                "gemeenten",
                "teachers",
                "studies",
                "teaching",
                "eruit",
                "verhuurd",
                "gebeurde",
                "churches"
            })
    void languageHasWordAndItsForms(String word) {
        assertTrue(Lexicon.isWord(word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jongern",
                "polarisate",
                "drajboek",
                "hanreiking",
                "hogelant",
                "gemeent",
                "leerlign",
                "techers",
                "weerd",
                "xyz"
            })
    void mistakesAndBeginningsAreNoWords(String word) {
        assertFalse(Lexicon.isWord(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eruit", "deels", "wel", "zelf", "about", "daarmee"})
    void smallWordsSayNothing(String word) {
        assertTrue(Lexicon.isSmall(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"onderwijs", "welzijn", "deel", "overheid", "gemeente", "niveau"})
    void otherWordsSaySomething(String word) {
        assertFalse(Lexicon.isSmall(word));
    }

    @ParameterizedTest
    @CsvSource({
        "leraar, leraren",
        "klas, klassen",
        "prijs, prijzen",
        "brief, brieven",
        "vakmens, vakmensen",
        "moslim, moslims",
        "subsidie, subsidies",
        "policy, policies",
        "begroot, begroting",
        "college, colleges",
        "congres, congressen",
        "deradicaliseren, deradicalisering",
        "docent, docente"
    })
    void formsHaveOneRoot(String word, String form) {
        assertEquals(Lexicon.root(word), Lexicon.root(form));
    }

    @ParameterizedTest
    @CsvSource({
        "politie, politiek, false",
        "politie, politiebureau, true",
        "gemeente, gemeenten, true",
        "school, schoolbestuur, true",
        "extremi, extremisme, true"
    })
    void wordGoesOnAsFormOrCompound(String word, String longer, boolean goesOn) {
        assertEquals(goesOn, Lexicon.goesOn(word, longer));
    }
}
