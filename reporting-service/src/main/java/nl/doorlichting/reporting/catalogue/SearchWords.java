package nl.doorlichting.reporting.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of what somebody typed. Whatever is no letter and no digit only separates them, so that no text can be an
 * operator to the database.
 */
final class SearchWords {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MOST = 10;
    private static final int LONGEST = 60;

    private SearchWords() {}

    /** Ten at most; what follows would only make an answer that finds nothing. */
    static List<String> of(String typed) {
        return Arrays.stream(SEPARATORS.split(typed))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
