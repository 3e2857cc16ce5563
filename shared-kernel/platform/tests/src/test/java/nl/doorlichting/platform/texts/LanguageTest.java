package nl.doorlichting.platform.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | DUTCH",
                "NL | DUTCH",
                "nl-BE | DUTCH",
                "en | ENGLISH",
                "en-GB,nl;q=0.9 | ENGLISH",
                "nl;q=0.4,en;q=0.7 | ENGLISH",
                "en;q=0.4,nl;q=0.7 | DUTCH",
                "de,fr;q=0.9,nl;q=0.1 | DUTCH",
                "nl;q=0 | ENGLISH",
                "de | ENGLISH",
                "* | ENGLISH",
                "'' | ENGLISH",
                "- | ENGLISH",
                "nl;q=a | ENGLISH",
                "nl_NL | ENGLISH"
            })
    void prefersWhatTheHeaderWeighsMost(String header, Language preferred) {
        assertEquals(preferred, Language.preferred(header));
    }
}
