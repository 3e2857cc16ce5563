package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
    @Test
    void signsSeparateWords() {
        assertEquals(List.of("a", "b", "c", "2010"), SearchWords.of("a & !b:* | (c <-> \"2010\") \\ ' a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "&|!()':*", "\u0007\u2028", "💥"})
    void textWithoutLettersHasNoWords(String typed) {
        assertEquals(List.of(), SearchWords.of(typed));
    }

    @Test
    void limitsNumberAndLengthOfWords() {
        assertEquals(10, SearchWords.of("a b c d e f g h i j k l m").size());
        assertEquals(60, SearchWords.of("x".repeat(500)).get(0).length());
    }
}
