package nl.doorlichting.domain.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"p 12", "p 12 ", " p 12", "p  12", "P 12", "p\t12", "p\u00a012", "p \n 12"})
    void spacingAndCaseMakeNoOtherSource(String source) {
        assertEquals("p 12", SourceText.comparable(source));
    }

    @Test
    void otherWordsAreAnotherSource() {
        assertNotEquals(SourceText.comparable("p 12"), SourceText.comparable("p 1 2"));
        assertNotEquals(SourceText.comparable("p 12"), SourceText.comparable("p 21"));
    }
}
