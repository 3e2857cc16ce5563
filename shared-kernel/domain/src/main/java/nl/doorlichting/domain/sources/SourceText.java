package nl.doorlichting.domain.sources;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that say where a figure is written: the document, and its page or line. */
public final class SourceText {
    private SourceText() {}

    /**
     * The form in which two are compared. Spacing and case make no other source: "p 12", "P  12" and "p 12 " are one page.
     */
    public static String comparable(String source) {
        var spaced = source.codePoints()
                .map(character ->
                        Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Stream.of(spaced.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "))
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
