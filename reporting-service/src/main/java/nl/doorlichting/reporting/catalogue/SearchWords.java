package nl.doorlichting.reporting.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a search text. All characters but letters and digits separate words, so that no text can contain an
 * operator of the database.
 */
final class SearchWords {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST = 10;
    private static final int LONGEST = 60;

    private SearchWords() {}

    /** At most ten, because more words hardly ever find an item. */
    static List<String> of(String typed) {
        return Arrays.stream(SEPARATORS.split(typed))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
